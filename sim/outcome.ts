// What a run came to, small enough to hand from one process to another: its breaches, its faults and a few numbers.

import type { FaultKind } from './fault-kinds.ts'
import { leftBehind, type Violation } from './invariants.ts'
import { type SimulationOptions, simulate } from './simulate.ts'

/** A run that another process can be told: nothing in it is code. */
export type Scene = Omit<SimulationOptions, 'variant'>

export interface Outcome {
  readonly violations: readonly Violation[]
  readonly faults: ReadonlyMap<FaultKind, number>
  /** How often each kind could have struck. */
  readonly opportunities: ReadonlyMap<FaultKind, number>
  readonly submissions: number
  readonly merged: number
  readonly leftBehind: number
  readonly steps: number
}

/** Plays a scene and says what it came to. */
export async function playScene(scene: Scene): Promise<Outcome> {
  const { evidence, violations, faults, opportunities, steps } = await simulate(scene)
  return {
    ...{ violations, faults, opportunities, steps },
    submissions: evidence.acknowledged.length,
    merged: evidence.leads.filter(({ mergedInto }) => mergedInto !== undefined).length,
    leftBehind: leftBehind(evidence).length,
  }
}
