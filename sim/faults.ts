// Decides at every opportunity whether a fault strikes, and counts those that did. By chance, or as planned: the plan
// names the kind and which of its opportunities in this run it takes.

import type { Dice } from './dice.ts'
import { type FaultKind, faultKinds, survivableKinds } from './fault-kinds.ts'

/** One fault of a plan: it strikes at the `nth` opportunity of its kind, from 1. */
export interface PlannedFault {
  readonly kind: FaultKind
  readonly nth: number
}

/** What strikes in a run: chance times an intensity, or a plan. */
export type FaultPlan =
  | { readonly kind: 'chance'; readonly intensity: number; readonly only?: readonly FaultKind[] }
  | { readonly kind: 'planned'; readonly faults: readonly PlannedFault[] }

export interface Faults {
  /** Asks whether a fault of this kind strikes here and now. */
  readonly strikes: (kind: FaultKind) => boolean
  /** From now on nothing strikes. */
  readonly stop: () => void
  readonly isOver: () => boolean
  readonly counts: ReadonlyMap<FaultKind, number>
  /** How often each kind could have struck. */
  readonly opportunities: ReadonlyMap<FaultKind, number>
}

export function faultsOf(plan: FaultPlan, dice: Dice): Faults {
  const counts = new Map<FaultKind, number>()
  const opportunities = new Map<FaultKind, number>()
  const share = sharesOf(plan)
  let isOver = false
  const isDue = (kind: FaultKind, nth: number) =>
    plan.kind === 'planned'
      ? plan.faults.some(fault => fault.kind === kind && fault.nth === nth)
      : dice.chance(share.get(kind) ?? 0)
  return {
    strikes: kind => {
      if (isOver) return false
      const nth = (opportunities.get(kind) ?? 0) + 1
      opportunities.set(kind, nth)
      if (!isDue(kind, nth)) return false
      counts.set(kind, (counts.get(kind) ?? 0) + 1)
      return true
    },
    stop: () => {
      isOver = true
    },
    isOver: () => isOver,
    counts,
    opportunities,
  }
}

function sharesOf(plan: FaultPlan): ReadonlyMap<FaultKind, number> {
  if (plan.kind === 'planned') return new Map()
  const kinds = plan.only ?? survivableKinds
  return new Map(
    kinds.map(kind => [kind, Math.min(0.9, ((faultKinds[kind].perMille || 100) * plan.intensity) / 1_000)]),
  )
}
