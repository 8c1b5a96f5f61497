// Pipedrive beyond the laws: whose person it is, what of theirs stays, and what is not worth another call.

import { expect, test } from 'vitest'
import { bind } from './destination.ts'
import { canaryId, canaryLead, canaryOf } from './fixtures/canary-lead.ts'
import { fixture } from './fixtures/pipedrive/vendor.ts'
import { isCall, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { pipedrive } from './pipedrive.ts'

const idField = 'a1'.repeat(20)
const persons = '/api/v2/persons'
const { email, phone } = canaryOf(1)

function started(settings: object = {}) {
  const parsed = pipedrive.settings.parse({ ...(fixture.settings as object), ...settings })
  const vendor = scriptedVendor(fixture)
  return { destination: bind(pipedrive, parsed), vendor }
}

/** A person that the search finds and that is read as this. */
const holding = (person: Readonly<Record<string, unknown>> | number) => (request: Parameters<typeof isCall>[0]) => {
  if (isCall(request, `GET ${persons}/search`)) {
    return { status: 200, body: { success: true, data: { items: [{ item: { id: 9 } }] } } }
  }
  if (!isCall(request, `GET ${persons}/9`)) return undefined
  if (typeof person === 'number') return { status: person, body: { success: false } }
  return { status: 200, body: { success: true, data: { id: 9, name: 'Q', emails: [], phones: [], ...person } } }
}

test('keeps the addresses that sales has added, with ours first', async () => {
  const { destination, vendor } = started()
  const emails = [
    { value: 'old@example.com', primary: true, label: 'work' },
    { value: email.toUpperCase(), primary: false, label: 'home' },
  ]
  vendor.script(request => {
    if (isCall(request, `PATCH ${persons}/9`)) return { status: 200, body: { success: true, data: { id: 9 } } }
    return holding({ emails, phones: [{ value: phone, primary: true }], custom_fields: { [idField]: canaryId(1) } })(
      request,
    )
  })
  const [outcome] = await destination.deliver([canaryLead(1)], vendor.io)
  expect(outcome).toMatchObject({ kind: 'delivered', recordId: '9' })
  const body = JSON.parse(vendor.calls.at(-1)?.body ?? '')
  expect(body.emails).toEqual([
    { value: email, primary: true, label: 'home' },
    { value: 'old@example.com', primary: false, label: 'work' },
  ])
  // What is the same already is not written again.
  expect(body).not.toHaveProperty('phones')
})

test.each([
  ['has our id in another field', { custom_fields: { ['c3'.repeat(20)]: canaryId(1) } }],
  ['has another id', { custom_fields: { [idField]: canaryId(2) } }],
  ['is deleted', { is_deleted: true, custom_fields: { [idField]: canaryId(1) } }],
  ['is gone', 404],
])('creates a person of its own when the one that is found %s', async (_, person) => {
  const { destination, vendor } = started()
  vendor.script(holding(person))
  expect(await destination.deliver([canaryLead(1)], vendor.io)).toMatchObject([{ kind: 'delivered', recordId: '1' }])
  expect(vendor.records()).toHaveLength(1)
})

test('looks again, and does not reject, when the person went away between the look and the write', async () => {
  for (const status of [404, 410]) {
    const { destination, vendor } = started()
    await destination.deliver([canaryLead(1), canaryLead(2)], vendor.io)
    vendor.script(request => (isCall(request, `PATCH ${persons}/1`) ? { status, body: { success: false } } : undefined))
    expect(await destination.deliver([canaryLead(1, 2)], vendor.io)).toMatchObject([
      { kind: 'retry', reason: 'conflict' },
    ])
  }
})

test('creates nobody while it is not known whether the person is there', async () => {
  for (const on of [`GET ${persons}/search`, `GET ${persons}?`]) {
    const { destination, vendor } = started()
    vendor.script(request => (isCall(request, on) ? { status: 200, body: '<html>' } : undefined))
    const [outcome] = await destination.deliver([canaryLead(1)], vendor.io)
    expect(outcome).toMatchObject({ kind: 'retry', reason: 'unreadable_answer' })
    expect(vendor.records()).toEqual([])
  }
})

test('makes no further call for a batch after a limit, and goes on after a refusal', async () => {
  const limited = started()
  limited.vendor.script(() => ({ status: 429 }))
  const outcomes = await limited.destination.deliver(
    [1, 2, 3].map(n => canaryLead(n)),
    limited.vendor.io,
  )
  expect(outcomes.map(one => one.kind)).toEqual(['retry', 'retry', 'retry'])
  expect(limited.vendor.calls).toHaveLength(1)
  const refused = started()
  refused.vendor.script(request =>
    isCall(request, fixture.write) && request.body?.includes(canaryId(1))
      ? { status: 400, body: { success: false } }
      : undefined,
  )
  expect(
    (await refused.destination.deliver([canaryLead(1), canaryLead(2)], refused.vendor.io)).map(one => one.kind),
  ).toEqual(['rejected', 'delivered'])
})

test.each([
  [{ email }, email],
  [{ phone }, phone],
  [{ message: 'hello' }, '[not provided]'],
])('calls %j %s, since a person must have a name', async (profile, name) => {
  const { destination, vendor } = started()
  await destination.deliver([{ ...canaryLead(1), profile }], vendor.io)
  expect(vendor.records()[0]?.fields).toMatchObject({ name })
})

test('writes mapped values into custom fields by their keys', async () => {
  const to = 'd4'.repeat(20)
  const rules = [
    { from: 'fullName', to: 'name' },
    { from: 'latest.source', to, picklist: { newsletter: '17' }, as: 'number' },
  ]
  const { destination, vendor } = started({ fields: { version: 1, fields: rules } })
  await destination.deliver([canaryLead(1)], vendor.io)
  expect(vendor.records()[0]?.fields['custom_fields']).toMatchObject({ [to]: 17, [idField]: canaryId(1) })
})

test('is called with an OAuth token, at the origin that came with it', async () => {
  const grant = {
    flow: 'refresh-token',
    tokenUrl: 'https://oauth.example/token',
    clientId: 'app',
    refreshTokenName: 'R',
  }
  const { destination, vendor } = started({ grant })
  const token = async () => ({ kind: 'token', token: 'abc', origin: 'https://other.example' }) as const
  await destination.check({ ...vendor.io, token })
  expect(vendor.calls[0]).toMatchObject({
    url: `https://other.example/api/v2/personFields?limit=500`,
    headers: { authorization: 'Bearer abc' },
  })
})

test.each([
  ['a key that is none', { idField: 'lead_id' }],
  ['no https', { baseUrl: 'http://acme.pipedrive.example' }],
  ['a field that is no key', { fields: { version: 1, fields: [{ from: 'email', to: 'Email' }] } }],
])('refuses settings with %s', (_, settings) => {
  expect(pipedrive.settings.safeParse({ ...(fixture.settings as object), ...settings }).success).toBe(false)
})
