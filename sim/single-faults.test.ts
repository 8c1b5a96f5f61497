// Every fault alone, at every point of a small scene where it can strike.

import { expect, test } from 'vitest'
import { playAll } from './crew.ts'
import { survivableKinds } from './fault-kinds.ts'
import { crmKinds, isWithin, sceneWith } from './scenes.ts'
import { simulate } from './simulate.ts'

/** One person, and two who come three times. */
const peopleOf = [1, 2] as const

const played = crmKinds.flatMap(crmKind => peopleOf.map(people => ({ crmKind, people })))

test.for(played)(
  'every promise is kept under each fault alone, at each point; people: $people, CRM: $crmKind',
  async ({ crmKind, people }) => {
    const calm = await simulate(sceneWith([], crmKind, people))
    expect(calm.violations).toEqual([])
    const kinds = survivableKinds.filter(kind => isWithin(kind, crmKind))
    // What cannot strike in peace may still be met once: it is tried, and has to.
    const points = kinds.flatMap(kind =>
      Array.from({ length: calm.opportunities.get(kind) ?? 1 }, (_, at) => ({ kind, nth: at + 1 })),
    )
    const outcomes = await playAll(points.map(point => sceneWith([point], crmKind, people)))
    const broken = points.filter((_, at) => outcomes[at]?.violations.length !== 0)
    expect(broken).toEqual([])
    const struck = new Set(outcomes.flatMap(({ faults }) => [...faults.keys()]))
    expect(kinds.filter(kind => !struck.has(kind))).toEqual([])
  },
)
