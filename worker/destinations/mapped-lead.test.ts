// Destinations with field maps beside what the vendor says of its fields: Salesforce and Zoho, whose note is the description.

import { expect, test } from 'vitest'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { canaryLead, canaryOf } from './fixtures/canary-lead.ts'
import { fixtureOf } from './fixtures/fixture-of.ts'
import { isCall, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { bindDestination } from './registry.ts'

const { message: _, ...quiet } = canaryOf(1)
const withoutMessage = (revision = 1): Lead => ({ ...canaryLead(1, revision), profile: quiet })

for (const [kind, title] of [
  ['salesforce', 'Title'],
  ['zoho', 'Designation'],
] as const) {
  const fixture = await fixtureOf(kind)
  const line = `${title}: ${canaryOf(1).jobTitle}`

  async function started() {
    const vendor = scriptedVendor(fixture)
    const destination = bindDestination(kind, fixture.settings)
    const described = await destination?.describe?.(vendor.io)
    if (!destination || !described?.ok) throw new Error('not described')
    const known = described.value
    const deliver = async (lead: Lead, changes: FieldCatalog = {}) =>
      (await destination.deliver([lead], { ...vendor.io, catalog: { ...known, ...changes } }))[0]
    const described_ = () => vendor.records()[0]?.fields['Description']
    return { vendor, destination, known, deliver, description: described_ }
  }

  test(`${kind}: keeps what has no place below the message`, async () => {
    const { deliver, description } = await started()
    expect(await deliver(canaryLead(1), { [title]: null })).toMatchObject({ kind: 'delivered', dropped: [title] })
    expect(description()).toBe(`${canaryOf(1).message}\n\n${line}`)
  })

  test(`${kind}: and alone where there is no message, unless sales has written there`, async () => {
    const { deliver, description, vendor } = await started()
    await deliver(withoutMessage(), { [title]: null })
    expect(description()).toBe(line)
    // Seen before it is written.
    const looks = vendor.calls.filter(({ url, body }) => decodeURIComponent(`${url} ${body}`).includes('Description'))
    expect(looks.length).toBeGreaterThan(1)
    await deliver(canaryLead(1, 2))
    expect(description()).toBe(canaryOf(1).message)
    await deliver(withoutMessage(3), { [title]: null })
    expect(description()).toBe(canaryOf(1).message)
  })

  test(`${kind}: cuts a value to the vendor's length, and keeps the whole of it`, async () => {
    const { deliver, description, known } = await started()
    const facts = known[title]
    if (!facts) throw new Error('not described')
    expect(await deliver(withoutMessage(), { [title]: { ...facts, maxLength: 6 } })).not.toHaveProperty('dropped')
    expect(description()).toBe(line)
  })

  test(`${kind}: sends no new lead without what the vendor requires, and names it`, async () => {
    const { deliver, vendor } = await started()
    const changes: FieldCatalog = { Region: { type: 'text', isWritable: true, isRequired: true } }
    expect(await deliver(canaryLead(1), changes)).toEqual({
      kind: 'rejected',
      reason: 'missing_required',
      field: 'Region',
    })
    expect(vendor.calls.filter(call => isCall(call, fixture.write))).toEqual([])
    // One that comes back is there already.
    expect(await deliver(canaryLead(1, 2), changes)).toMatchObject({ kind: 'delivered' })
  })

  test(`${kind}: delivers by the catalog where a field that is looked at first is missing`, async () => {
    const { deliver, vendor, known } = await started()
    const name = Object.keys(known).find(one => one.includes('Original_Source')) ?? ''
    // Named as a field, and not in the note.
    const named = new RegExp(`${name}(?!: )`)
    vendor.script(({ url, body }) =>
      named.test(decodeURIComponent(`${url} ${body}`))
        ? { status: 400, body: [{ errorCode: 'INVALID_FIELD' }] }
        : undefined,
    )
    expect(await deliver(canaryLead(1), { [name]: null })).toMatchObject({ kind: 'delivered', dropped: [name] })
  })
}

test('never goes without what somebody is reached by: the number, where there is no address', async () => {
  const fixture = await fixtureOf('pipedrive')
  const vendor = scriptedVendor(fixture)
  const { refused } = fixture
  if (!refused) throw new Error('no refusal')
  vendor.script(request => (isCall(request, fixture.write) ? refused.answer : undefined))
  const { email: _, ...unwritten } = canaryOf(1)
  const outcomes = await bindDestination('pipedrive', fixture.settings)?.deliver(
    [{ ...canaryLead(1), profile: unwritten }],
    vendor.io,
  )
  expect(outcomes).toMatchObject([{ kind: 'rejected' }])
  expect(vendor.calls.filter(call => isCall(call, fixture.write))).toHaveLength(1)
})
