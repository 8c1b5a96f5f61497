// The product broken on purpose, each in one place: what the simulator must notice. The seams are here; the product has
// no switch for any of it.

import { externalId, parseDeliveryId } from '../shared/ids.ts'
import type { LeadLedger } from '../worker/ledger/lead-ledger.ts'
import type { Rule } from './invariants.ts'
import type { LedgerVariant } from './ledger-under-test.ts'
import type { SimulationOptions } from './simulate.ts'
import { canary } from './watch.ts'

export interface BrokenVariant {
  readonly does: string
  readonly with: Pick<SimulationOptions, 'variant' | 'repliesEarly' | 'crmKind' | 'onlyOnce'>
  /** Rules of which at least one must be breached. */
  readonly breaks: readonly Rule[]
}

const variant = (does: string, ledger: LedgerVariant, ...breaks: readonly Rule[]): BrokenVariant => ({
  does,
  with: { variant: ledger },
  breaks,
})

type Lease = Parameters<LeadLedger['lease']>[0]
type Settlements = Parameters<LeadLedger['settle']>[0]
type Erasure = Parameters<LeadLedger['erase']>[0]

/** Settles, and then does this to what is owed. */
const settlesAnd =
  (statement: string): LedgerVariant =>
  (Base, storage) =>
    class extends Base {
      override settle(settlements: Settlements) {
        super.settle(settlements)
        storage.exec(statement, [])
      }
    }

/** Erases, and then does this to what is owed. */
const erasesAnd =
  (statement: string): LedgerVariant =>
  (Base, storage) =>
    class extends Base {
      override erase(input: Erasure) {
        const erased = super.erase(input)
        storage.exec(statement, [])
        return erased
      }
    }

const acknowledgesFirst: BrokenVariant = {
  does: 'acknowledges before the commit',
  with: { repliesEarly: true },
  breaks: ['an acknowledged lead is durable'],
}

const noLookUp: BrokenVariant = {
  does: 'does not look before it writes again after an attempt that may have been carried out',
  with: {
    crmKind: 'create-only',
    onlyOnce: true,
    variant: Base =>
      class extends Base {
        override lease(input: Lease) {
          return super.lease(input).map(one => ({ ...one, isAmbiguous: false }))
        }
      },
  },
  breaks: ['one person is one record'],
}

export const brokenVariants: readonly BrokenVariant[] = [
  acknowledgesFirst,
  noLookUp,
  variant(
    'gives a delivery to everyone who asks',
    (Base, storage) =>
      class extends Base {
        override lease(input: Lease) {
          storage.exec('update deliveries set lease_token = null, lease_until = null', [])
          return super.lease(input)
        }
      },
    'one consumer at a time',
  ),
  variant(
    'takes a retry for a delivery',
    Base =>
      class extends Base {
        override settle(settlements: Settlements) {
          super.settle(
            settlements.map(one => {
              const lead = parseDeliveryId(one.id)?.lead
              if (!lead || one.outcome.kind !== 'retry') return one
              return { ...one, outcome: { kind: 'delivered' as const, externalId: externalId(lead) } }
            }),
          )
        }
      },
    'what is called delivered is in the CRM',
  ),
  variant(
    'forgets what has to be tried again',
    settlesAnd("delete from deliveries where state = 'pending' and attempts_made > 0"),
    'every acknowledged lead has one end',
  ),
  variant(
    'throws the history away when it is long',
    settlesAnd("update deliveries set history = '[]' where json_array_length(history) > 1"),
    'attempts are only added',
  ),
  variant(
    'calls an erasure done that no destination has heard of',
    erasesAnd("update deliveries set state = 'erased' where is_erasure = 1"),
    'an erased person stays erased',
    'nothing is written to the CRM after an erasure',
  ),
  variant(
    'retries the lead after its erasure',
    erasesAnd("update deliveries set is_erasure = 0 where state = 'pending'"),
    'an erased person stays erased',
    'every acknowledged lead has one end',
  ),
  variant(
    'delivers the latest submission alone',
    Base =>
      class extends Base {
        override lease(input: Lease) {
          return super
            .lease(input)
            .map(one => ({ ...one, lead: { ...one.lead, submissions: one.lead.submissions.slice(-1) } }))
        }
      },
    'the original source stays',
    'a record is the fold of its submissions',
  ),
  variant(
    'drops what a destination refuses',
    settlesAnd("delete from deliveries where state = 'parked'"),
    'every acknowledged lead has one end',
    'the counts add up',
  ),
  variant(
    'names a person in the log',
    Base =>
      class extends Base {
        override accept(input: Parameters<LeadLedger['accept']>[0]) {
          console.log(`accepted ${canary}`)
          return super.accept(input)
        }
      },
    'no person outside their places',
  ),
]
