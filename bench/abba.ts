// Compares what two Workers cost, in one run and in turn: A, B, B, A. Whatever gets slowly better or worse while it
// runs (warmth, disk, other work on the machine) weighs on both alike, so that the ratio holds where the times do not.

import { aLead } from './a-lead.ts'
import type { Workerd } from './run-workerd.ts'
import { type Load, sendLeads } from './send-leads.ts'

const connections = 8
const warmUpLeads = 1_500
const leadsPerBlock = 500
const rounds = 6

export interface Subject {
  readonly workerd: Workerd
  readonly load: Omit<Load, 'leads' | 'connections'>
}

export interface Cost {
  /** What each block took of the runtime, in microseconds a request. */
  readonly spentUs: number[]
  /** What each request took on the client's clock. */
  readonly latenciesMs: number[]
}

export interface Comparison {
  readonly a: Cost
  readonly b: Cost
  /** What A took over what B took, for each round. */
  readonly ratios: number[]
}

/** What a comparison loads its subjects with, in words. */
export const abbaLoad = `${rounds} × ABBA of ${leadsPerBlock}, ${connections} connections`

/** How many leads each subject has taken after a comparison. */
export const leadsTaken = warmUpLeads + rounds * 2 * leadsPerBlock

/** Compares. Throws when a subject does not take a lead. */
export async function compareAbba(a: Subject, b: Subject): Promise<Comparison> {
  const comparison: Comparison = {
    a: { spentUs: [], latenciesMs: [] },
    b: { spentUs: [], latenciesMs: [] },
    ratios: [],
  }
  for (const subject of [a, b]) await send(subject, warmUpLeads)
  for (let round = 0; round < rounds; round += 1) {
    const before = await measureBlock(a, comparison.a)
    const b1 = await measureBlock(b, comparison.b)
    const b2 = await measureBlock(b, comparison.b)
    const after = await measureBlock(a, comparison.a)
    comparison.ratios.push((before + after) / (b1 + b2))
  }
  return comparison
}

async function measureBlock(subject: Subject, cost: Cost): Promise<number> {
  // Where the system does not tell CPU time, the time on the wall has to do.
  const now = () => subject.workerd.cpuMs() ?? performance.now()
  const startedAt = now()
  const latenciesMs = await send(subject, leadsPerBlock)
  const spentUs = ((now() - startedAt) * 1_000) / leadsPerBlock
  cost.spentUs.push(spentUs)
  cost.latenciesMs.push(...latenciesMs)
  return spentUs
}

const send = ({ load }: Subject, count: number) =>
  sendLeads({ ...load, connections, leads: Array.from({ length: count }, aLead) })
