// The simulator is worth what it notices: the product broken on purpose must not pass.

import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'
import { brokenVariants } from './variants.ts'

/** Small worlds until it is noticed. */
const worldsMax = 6

test.for(brokenVariants)('notices a product that $does', async ({ with: broken, breaks }) => {
  for (let seed = 1; seed <= worldsMax; seed += 1) {
    const { violations } = await simulate({ seed, leads: 20, plan: { kind: 'chance', intensity: 1 }, ...broken })
    if (violations.some(({ rule }) => breaks.includes(rule))) return
  }
  expect.fail(`not noticed in ${worldsMax} worlds`)
})
