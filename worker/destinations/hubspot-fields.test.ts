// HubSpot with what the portal says of its properties: values that do not fit go to the note, and what the list names is what
// is written.

import { expect, test } from 'vitest'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import { answer, destination, inputsOf, scripted, written } from '../../test/support/scripted-hubspot.ts'
import { canaryId, canaryLead, canaryOf } from './fixtures/canary-lead.ts'
import { portalProperties } from './fixtures/hubspot/vendor.ts'
import { hubspotSettings } from './hubspot-call.ts'
import { prepareContact } from './hubspot-contact.ts'
import { writtenProperties } from './hubspot-fields.ts'

async function catalogOf(changes: Readonly<Record<string, object | null>> = {}): Promise<FieldCatalog> {
  const results = portalProperties
    .filter(({ name }) => changes[name] !== null)
    .map(property => ({ ...property, ...changes[property.name] }))
  const described = await destination.describe?.(scripted(() => answer(200, { results })).io)
  if (!described?.ok) throw new Error('not described')
  return described.value
}

async function sentWith(catalog: FieldCatalog, revision = 1) {
  const { io, calls } = scripted(request =>
    request.method === 'GET' ? answer(404, {}) : answer(200, written(request)),
  )
  const [outcome] = await destination.deliver([canaryLead(1, revision)], { ...io, catalog })
  return { outcome, properties: calls.flatMap(inputsOf)[0]?.properties ?? {} }
}

test('names every property that a lead can fill, and no other', () => {
  const prepared = prepareContact(canaryLead(1), 'lead_capture_id')
  const names = writtenProperties(hubspotSettings.parse({})).map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(prepared.ok && Object.keys(prepared.value.properties).filter(name => !names.includes(name))).toEqual([])
})

test('sends everything where everything fits, with an empty note so that none stays', async () => {
  const { outcome, properties } = await sentWith(await catalogOf())
  expect(outcome).not.toHaveProperty('dropped')
  expect(properties).toMatchObject({ jobtitle: canaryOf(1).jobTitle, lead_capture_note: '' })
})

test('leaves out what the portal does not take, and keeps it in the note', async () => {
  const { jobTitle, city } = canaryOf(1)
  const catalog = await catalogOf({
    jobtitle: { type: 'enumeration', fieldType: 'select', options: [{ value: 'CEO' }] },
    city: null,
    lead_capture_original_source: null,
  })
  for (const revision of [1, 2]) {
    const { outcome, properties } = await sentWith(catalog, revision)
    expect(outcome).toMatchObject({ dropped: ['jobtitle', 'city', 'lead_capture_original_source'] })
    expect(properties['lead_capture_note']).toBe(
      `jobtitle: ${jobTitle}\ncity: ${city}\nlead_capture_original_source: newsletter`,
    )
    for (const name of ['jobtitle', 'city', 'lead_capture_original_source']) expect(properties).not.toHaveProperty(name)
  }
})

test('writes no note where the portal has no property for it', async () => {
  const { outcome, properties } = await sentWith(await catalogOf({ city: null, lead_capture_note: null }))
  expect(outcome).toMatchObject({ kind: 'delivered', dropped: ['city'] })
  expect(properties).not.toHaveProperty('lead_capture_note')
})

test('goes without the note too, where a portal that nobody has asked yet refuses both', async () => {
  const unknown = (name: string) =>
    answer(400, { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST', in: name }] })
  const { io, calls } = scripted(request => {
    const [input] = inputsOf(request)
    const missing = ['city', 'lead_capture_note'].find(name => input && name in input.properties)
    return missing ? unknown(missing) : answer(200, written(request))
  })
  const [outcome] = await destination.deliver([canaryLead(1)], io)
  expect(outcome).toMatchObject({ kind: 'delivered', externalId: canaryId(1), dropped: ['city'] })
  expect(calls).toHaveLength(3)
})

test.each(['email', 'lead_capture_id', 'lead_capture_revision'])('never goes without %s', async name => {
  const refusal = answer(400, { category: 'VALIDATION_ERROR', errors: [{ code: 'INVALID_EMAIL', in: name }] })
  const { io, calls } = scripted(() => refusal)
  expect(await destination.deliver([canaryLead(1)], io)).toMatchObject([{ kind: 'rejected', field: name }])
  expect(calls).toHaveLength(1)
})

test('goes without a phone only where there is an address', async () => {
  const refusal = answer(400, { category: 'VALIDATION_ERROR', errors: [{ code: 'INVALID_PHONE', in: 'phone' }] })
  const { io } = scripted(request =>
    inputsOf(request).some(({ properties }) => 'phone' in properties) ? refusal : answer(200, written(request)),
  )
  const lead = canaryLead(1)
  const { email: _, ...nameless } = lead.profile
  const outcomes = await destination.deliver([lead], io)
  expect(outcomes).toMatchObject([{ kind: 'delivered', dropped: ['phone'] }])
  expect(await destination.deliver([{ ...lead, profile: nameless }], io)).toMatchObject([
    { kind: 'rejected', field: 'phone' },
  ])
})
