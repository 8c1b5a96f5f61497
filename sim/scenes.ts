// The small worlds in which faults are planned one by one: a person or two, minutes instead of hours.

import { type FaultKind, faultKinds } from './fault-kinds.ts'
import type { PlannedFault } from './faults.ts'
import type { SimulationOptions } from './simulate.ts'

/** CRMs that a scene is played with. The one that knows no upsert gets every person once: it knows no update either. */
export const crmKinds = ['upsert', 'create-only'] as const
type CrmKind = (typeof crmKinds)[number]

/** What a CRM without upsert cannot withstand, whatever we do: it makes two records of one address, and reads too late. */
const beyondCreateOnly: ReadonlySet<FaultKind> = new Set(['crm-knows-person', 'crm-400'])

export const isWithin = (kind: FaultKind, crmKind: CrmKind): boolean =>
  crmKind === 'upsert' || !beyondCreateOnly.has(kind)

/** Where the kind of CRM makes no difference, its pairs are played with one of them alone. */
export const meetsCrm = (kind: FaultKind): boolean =>
  ['ledger', 'queue', 'consumer', 'crm'].includes(faultKinds[kind].at)

/** A scene with these faults and no others. The seed was chosen because its people come twice. */
export function sceneWith(faults: readonly PlannedFault[], crmKind: CrmKind, people = 2): SimulationOptions {
  return {
    seed: 5,
    leads: people,
    plan: { kind: 'planned', faults },
    spanMs: 20_000,
    troubledMs: 60_000,
    crmKind,
    onlyOnce: crmKind === 'create-only',
  }
}
