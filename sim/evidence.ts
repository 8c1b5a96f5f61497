// What a run leaves behind: plain values, from which the invariants are judged.

import { clockSkewMsMax } from '../shared/limits.ts'
import { hubspotPropertyNames, prepareContact } from '../worker/destinations/hubspot-contact.ts'
import { type LeadStatus, leadStatus } from '../worker/index-db/summary.ts'
import type { HealthCounts } from '../worker/ledger/health-counts.ts'
import { readSites } from '../worker/receive/sites.ts'
import { readLedger } from './ledger-under-test.ts'
import { type ObjectStorage, tablesIn } from './object-storage.ts'
import type { Person, Visit } from './people.ts'
import { type Sighting, tellsOfPerson } from './watch.ts'
import type { World } from './world.ts'

type Properties = Readonly<Record<string, string>>

export interface SeenLead {
  readonly id: string
  readonly isErased: boolean
  /** The lead that stands for its person, where it is another one. */
  readonly mergedInto?: string | undefined
  readonly revision: number
  readonly status: LeadStatus
  /** States of what it owes, and of erasures. */
  readonly ends: readonly { readonly state: string; readonly isErasure: boolean }[]
  /** What the CRM must hold, and what of it describes only the latest touch. */
  readonly expected?: { readonly properties: Properties; readonly latest: Properties } | undefined
  /** The source of the earliest touch of its submissions, by the pages' own account. */
  readonly firstSource?: string | undefined
}

export interface SeenContact {
  readonly id: string
  readonly leadId?: string | undefined
  readonly properties: Properties
  /** The source that the record had before we came. */
  readonly ownSource?: string | undefined
  readonly isOlder: boolean
}

export interface Evidence {
  readonly acknowledged: readonly string[]
  readonly submissions: ReadonlyMap<string, { readonly state: string; readonly leadId: string | null }>
  readonly leads: readonly SeenLead[]
  readonly contacts: readonly SeenContact[]
  readonly shown: ReadonlyMap<string, { readonly status: string; readonly revision: number }>
  readonly counts: HealthCounts
  readonly sightings: readonly Sighting[]
  /** Whether the run came to rest in the time that it had. */
  readonly isAtRest: boolean
}

export const olderSource = 'trade fair'

export interface EvidenceParts {
  readonly world: World
  readonly people: readonly Person[]
  readonly acknowledged: Iterable<string>
  readonly olderContacts: ReadonlyMap<string, Person['isKnown']>
  readonly sightings: readonly Sighting[]
  readonly isAtRest: boolean
}

export async function gather(parts: EvidenceParts): Promise<Evidence> {
  const { world, people } = parts
  const [site] = readSites(world.env).values()
  if (!site) throw new Error('no site')
  const { leads, counts } = await readLedger(world.ledger, world.env, site)
  const visits = new Map<string, Visit>(people.flatMap(({ visits }) => visits.map(visit => [visit.id, visit])))
  const contacts = world.crm.store.all()
  const taken = new Set(contacts.flatMap(({ properties }) => (properties['email'] ? [properties['email']] : [])))
  const rows = world.ledger.look('select id, state, lead_id from submissions', [])
  const shown = world.index.look('select lead_id, status, revision from leads', [])
  return {
    acknowledged: [...parts.acknowledged],
    submissions: new Map(
      rows.map(row => [String(row['id']), { state: String(row['state']), leadId: row['lead_id'] as string | null }]),
    ),
    leads: leads.map(({ id, isErased, mergedInto, revision, lead, submissionIds, deliveries }) => {
      const prepared = lead && prepareContact(lead, hubspotPropertyNames.id)
      return {
        id,
        isErased,
        mergedInto,
        revision,
        status: leadStatus(deliveries),
        ends: deliveries.map(({ state, isErasure }) => ({ state, isErasure })),
        expected: prepared?.ok
          ? { properties: prepared.value.properties, latest: prepared.value.latestProperties }
          : undefined,
        firstSource: firstSourceOf(submissionIds.map(one => visits.get(one))),
      }
    }),
    contacts: contacts.map(contact => ({
      id: contact.id,
      leadId: contact.properties[hubspotPropertyNames.id],
      properties: withOwnAddress(contact.properties, taken),
      isOlder: parts.olderContacts.has(contact.id),
      ownSource: parts.olderContacts.get(contact.id) === 'with-source' ? olderSource : undefined,
    })),
    shown: new Map(
      shown.map(row => [String(row['lead_id']), { status: String(row['status']), revision: Number(row['revision']) }]),
    ),
    counts,
    sightings: [...parts.sightings, ...leaksIn(world.ledger, 'ledger'), ...leaksIn(world.index, 'index')],
    isAtRest: parts.isAtRest,
  }
}

function firstSourceOf(visits: readonly (Visit | undefined)[]): string | undefined {
  // A clock that is wrong is not believed: whose touch was first is then decided by other times than the page's.
  if (visits.some(visit => visit === undefined || visit.isSkewed)) return undefined
  const touches = visits.flatMap(visit => (visit ? [visit.touch] : [])).sort((a, b) => (a.at < b.at ? -1 : 1))
  const [first, second] = touches
  // Ours may be behind the page's: a touch later than its receipt is put back to that, by no more than this.
  const isClear = !first || !second || Date.parse(second.at) - Date.parse(first.at) > clockSkewMsMax
  return isClear ? first?.source : undefined
}

// Where a 409 names another lead's record, the address is written beside (hubspot-conflict.ts): it is there all the same,
// as long as that other record has it.
function withOwnAddress(held: Properties, taken: ReadonlySet<string>): Properties {
  const { [hubspotPropertyNames.sharedEmail]: shared, ...properties } = held
  return shared && taken.has(shared) ? { email: shared, ...properties } : held
}

/** Every column of every table, texts and bytes alike. */
function leaksIn(storage: ObjectStorage, name: string): Sighting[] {
  return tablesIn(storage).flatMap(table =>
    storage.look(`select * from ${table}`, []).some(row => Object.values(row).some(isPersonal))
      ? [{ what: 'person-leaked' as const, of: `${name}.${table}` }]
      : [],
  )
}

const isPersonal = (value: unknown): boolean =>
  typeof value === 'string'
    ? tellsOfPerson(value)
    : value instanceof Uint8Array && tellsOfPerson(Buffer.from(value).toString('latin1'))
