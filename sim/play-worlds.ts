// A long run as a row of worlds, each with a seed of its own: a breach is repeated by its world alone.

import { type FaultKind, survivableKinds } from './fault-kinds.ts'
import { doubleRules, leftBehind, lossRules, type Rule, type Violation } from './invariants.ts'
import { isWithin } from './scenes.ts'
import { simulate } from './simulate.ts'

/** People of one world: with more of them fewer faults meet each. */
const worldLeadsMax = 60

export interface WorldPlan {
  readonly seed: number
  readonly leads: number
  readonly intensity: number
  readonly crmKind: 'upsert' | 'create-only'
  readonly only?: readonly FaultKind[] | undefined
}

export interface Played {
  readonly worlds: number
  readonly leads: number
  readonly submissions: number
  readonly merged: number
  readonly leftBehind: number
  readonly faults: ReadonlyMap<FaultKind, number>
  readonly lost: number
  readonly doubled: number
  readonly broken: readonly { readonly world: WorldPlan; readonly violations: readonly Violation[] }[]
}

/** Plays as many worlds as it takes for these leads; the seeds follow on one another. */
export async function playWorlds(plan: WorldPlan): Promise<Played> {
  const faults = new Map<FaultKind, number>()
  const broken: { world: WorldPlan; violations: readonly Violation[] }[] = []
  const sum = { worlds: 0, leads: 0, submissions: 0, merged: 0, leftBehind: 0, lost: 0, doubled: 0 }
  for (let left = plan.leads; left > 0; left -= worldLeadsMax) {
    const world = { ...plan, seed: plan.seed + sum.worlds, leads: Math.min(left, worldLeadsMax) }
    const { evidence, violations, faults: struck } = await simulate(optionsOf(world))
    for (const [kind, times] of struck) faults.set(kind, (faults.get(kind) ?? 0) + times)
    const breachesOf = (rules: readonly Rule[]) => violations.filter(({ rule }) => rules.includes(rule)).length
    sum.worlds += 1
    sum.leads += world.leads
    sum.submissions += evidence.acknowledged.length
    sum.merged += evidence.leads.filter(({ mergedInto }) => mergedInto !== undefined).length
    sum.leftBehind += leftBehind(evidence).length
    sum.lost += breachesOf(lossRules)
    sum.doubled += breachesOf(doubleRules)
    if (violations.length > 0) broken.push({ world, violations })
  }
  return { ...sum, faults, broken }
}

function optionsOf({ seed, leads, intensity, crmKind, only }: WorldPlan) {
  const kinds = only ?? survivableKinds.filter(kind => isWithin(kind, crmKind))
  return {
    ...{ seed, leads, crmKind, onlyOnce: crmKind === 'create-only' },
    plan: { kind: 'chance', intensity, only: kinds } as const,
  }
}
