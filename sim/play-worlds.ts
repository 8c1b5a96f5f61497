// A long run as a row of worlds, each with a seed of its own: a breach is repeated by its world alone.

import { playAll } from './crew.ts'
import { type FaultKind, survivableKinds } from './fault-kinds.ts'
import { doubleRules, lossRules, type Rule, type Violation } from './invariants.ts'
import type { Scene } from './outcome.ts'
import { isWithin } from './scenes.ts'

/** People of one world: with more of them fewer faults meet each, with fewer a lead takes longer to play. */
const worldLeadsMax = 200

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

/** Plays as many worlds as it takes for these leads, on every core; the seeds follow on one another. */
export async function playWorlds(plan: WorldPlan): Promise<Played> {
  const worlds = Array.from({ length: Math.ceil(plan.leads / worldLeadsMax) }, (_, at) => ({
    ...plan,
    seed: plan.seed + at,
    leads: Math.min(plan.leads - at * worldLeadsMax, worldLeadsMax),
  }))
  const outcomes = await playAll(worlds.map(sceneOf))
  const faults = new Map<FaultKind, number>()
  const broken: { world: WorldPlan; violations: readonly Violation[] }[] = []
  const sum = {
    worlds: worlds.length,
    leads: plan.leads,
    submissions: 0,
    merged: 0,
    leftBehind: 0,
    lost: 0,
    doubled: 0,
  }
  for (const [at, { violations, faults: struck, submissions, merged, leftBehind }] of outcomes.entries()) {
    for (const [kind, times] of struck) faults.set(kind, (faults.get(kind) ?? 0) + times)
    const breachesOf = (rules: readonly Rule[]) => violations.filter(({ rule }) => rules.includes(rule)).length
    sum.submissions += submissions
    sum.merged += merged
    sum.leftBehind += leftBehind
    sum.lost += breachesOf(lossRules)
    sum.doubled += breachesOf(doubleRules)
    const world = worlds[at]
    if (world && violations.length > 0) broken.push({ world, violations })
  }
  return { ...sum, faults, broken }
}

function sceneOf({ seed, leads, intensity, crmKind, only }: WorldPlan): Scene {
  const kinds = only ?? survivableKinds.filter(kind => isWithin(kind, crmKind))
  return {
    ...{ seed, leads, crmKind, onlyOnce: crmKind === 'create-only' },
    plan: { kind: 'chance', intensity, only: kinds },
  }
}
