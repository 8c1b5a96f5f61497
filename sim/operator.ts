// Who works on a run from outside while it goes on: an operator with the product's own calls, a clock that jumps, keys
// that go missing. Comes by every few seconds.

import { emailMatchKey } from '../shared/identity/match-keys.ts'
import { reprojectLeadsMax } from '../shared/limits.ts'
import type { Env } from '../worker/env.ts'
import { redriveMatching } from '../worker/operate/redrive.ts'
import { releaseSpam } from '../worker/operate/release.ts'
import { gateOf, ledgerOf } from '../worker/platform/objects.ts'
import { mac } from '../worker/privacy/blind-index.ts'
import { readSites, type Site } from '../worker/receive/sites.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { Person } from './people.ts'
import type { Secrets } from './secrets.ts'
import type { VirtualTime } from './virtual-time.ts'

const roundMs = 15_000
/** Calls of an operator who sees nothing but errors: over half an hour. */
const triesMax = 10
/** How far our clock falls behind that of the pages: less than what is believed of them (`clockSkewMsMax`). */
const behindMsMax = 200_000

export interface OperatorParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly env: Env
  readonly secrets: Secrets
  readonly people: readonly Person[]
  readonly acknowledged: ReadonlySet<string>
}

export interface Operator {
  /** Comes by until the faults are over. */
  readonly begin: () => void
  /** Redrives all that is parked, for as long as something is. */
  readonly redriveParked: () => Promise<number | undefined>
}

export function operatorOf({ time, dice, faults, env, secrets, people, acknowledged }: OperatorParts): Operator {
  const [site] = readSites(env).values()
  if (!site) throw new Error('no site')
  /** Asks again when there is an error, ever more patiently, and at last gives up. */
  const insist = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
    for (let tries = 0; tries < triesMax; tries += 1) {
      try {
        return await ask()
      } catch {
        // The object moved, restarted or could not be reached. Whatever it was, the next try may go well.
        await new Promise<void>(resolve => time.after(2_000 * 2 ** tries, resolve))
      }
    }
    return undefined
  }
  const round = () => {
    if (faults.isOver()) return
    time.after(roundMs, round)
    if (faults.strikes('clock-forward')) time.jump(dice.between(31_000, 7_200_000))
    if (faults.strikes('clock-back')) time.jump(-dice.between(1_000, behindMsMax + time.skew()))
    if (faults.strikes('token-missing')) secrets.hideToken(dice.between(20_000, 180_000))
    if (faults.strikes('keyring-changed')) secrets.changeKeyring(dice.between(10_000, 60_000))
    const state = dice.chance(0.5) ? 'pending' : 'parked'
    if (faults.strikes('redrive-all')) void insist(() => redriveMatching(env, { state }))
    if (faults.strikes('release-spam')) void insist(() => releaseSome(env, site))
    if (faults.strikes('resume')) void insist(() => resumeAll(env, site))
    if (faults.strikes('reproject')) void insist(() => reprojectAll(env, site))
    const person = people[dice.between(0, people.length - 1)]
    const hasCome = person?.visits.every(({ id }) => acknowledged.has(id))
    if (person && faults.strikes(hasCome ? 'erase-person' : 'erase-and-return')) {
      void insist(() => erasePerson(env, site, person))
    }
  }
  return {
    begin: () => {
      time.after(roundMs, round)
    },
    redriveParked: () => insist(() => redriveMatching(env, { state: 'parked' })),
  }
}

async function releaseSome(env: Env, site: Site): Promise<void> {
  const rows = await ledgerOf(env, site).listSpam({ before: '~', limit: 5 })
  for (const { id } of rows) await releaseSpam(env, id)
}

async function resumeAll(env: Env, site: Site): Promise<void> {
  for (const { id } of site.destinations) await gateOf(env, site, id).resume()
}

async function reprojectAll(env: Env, site: Site): Promise<void> {
  let after = ''
  for (;;) {
    const { last } = await ledgerOf(env, site).reproject({ after, limit: reprojectLeadsMax })
    if (last === undefined) return
    after = last
  }
}

// Who asks again makes another request, with a job of its own (operate/api.ts).
async function erasePerson(env: Env, site: Site, { email }: Person): Promise<void> {
  const key = { kind: 'email', mac: await mac(env, 'email', emailMatchKey(email)) } as const
  await ledgerOf(env, site).erase({ keys: [key], jobId: crypto.randomUUID() })
}
