// Salesforce beyond the laws: duplicate rules, batches, and whose value stays.

import { expect, test } from 'vitest'
import { bind } from './destination.ts'
import { canaryId, canaryLead, canaryOf } from './fixtures/canary-lead.ts'
import { fixture, leadFields } from './fixtures/salesforce/vendor.ts'
import { isCall, type Script, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { salesforce } from './salesforce.ts'

const api = '/services/data/v66.0'
const row = `PATCH ${api}/sobjects/Lead/`
const recordId = '00Q000000000009AAA'

function started(settings: object = {}) {
  const parsed = salesforce.settings.parse({ ...(fixture.settings as object), ...settings })
  const vendor = scriptedVendor(fixture)
  const bodies = () => vendor.calls.filter(call => call.method === 'PATCH').map(call => JSON.parse(call.body ?? 'null'))
  return { destination: bind(salesforce, parsed), vendor, bodies }
}

/** A duplicate rule that has found this record, which is not ours yet; `saves` lets the record be saved beside it. */
const duplicateOf = (theirs: Readonly<Record<string, unknown>>, saves = true): Script => {
  const { email } = canaryOf(1)
  return request => {
    if (isCall(request, fixture.write)) {
      const errors = [{ statusCode: 'DUPLICATES_DETECTED', message: `use ${email}`, fields: [] }]
      return { status: 200, body: [{ success: false, errors }] }
    }
    const isSaving = request.headers['sforce-duplicate-rule-header'] === 'allowSave=true'
    if (isCall(request, `${row}LeadCapture_Id__c/`) && !(isSaving && saves)) {
      const record = { attributes: { type: 'Lead' }, Id: recordId }
      const duplicateResult = { matchResults: [{ matchRecords: [{ record }] }] }
      return { status: 400, body: [{ errorCode: 'DUPLICATES_DETECTED', message: email, duplicateResult }] }
    }
    if (decodeURIComponent(request.url).includes(`Id = '${recordId}'`)) {
      return { status: 200, body: { records: [{ Id: recordId, ...theirs }] } }
    }
    return isCall(request, `${row}${recordId}`) ? { status: 204 } : undefined
  }
}

test('adopts the record that a duplicate rule names when it has the same e-mail, and keeps its original source', async () => {
  const { destination, vendor, bodies } = started()
  const theirs = { Email: canaryOf(1).email.toUpperCase(), LeadCapture_Original_Source__c: 'fair', LastName: 'Q' }
  vendor.script(duplicateOf(theirs))
  const outcomes = await destination.deliver([canaryLead(1)], vendor.io)
  expect(outcomes).toEqual([{ kind: 'delivered', externalId: canaryId(1), recordId, answer: { status: 204 } }])
  const adopted = bodies().at(-1)
  expect(adopted).toMatchObject({ LeadCapture_Id__c: canaryId(1), LeadCapture_Latest_Medium__c: 'email' })
  for (const part of ['Source', 'Medium']) expect(adopted).not.toHaveProperty(`LeadCapture_Original_${part}__c`)
})

test.each([
  ['another e-mail', { Email: 'somebody@example.com' }],
  ['no e-mail', { Email: null }],
  ['a lead of ours', { Email: canaryOf(1).email, LeadCapture_Id__c: canaryId(2) }],
  ['a converted lead', { Email: canaryOf(1).email, IsConverted: true }],
])('never writes into a record with %s, and saves beside it', async (_, theirs) => {
  const { destination, vendor } = started()
  vendor.script(duplicateOf(theirs))
  const [outcome] = await destination.deliver([canaryLead(1)], vendor.io)
  expect(outcome).toMatchObject({ kind: 'delivered', externalId: canaryId(1) })
  expect(vendor.calls.some(call => call.url.includes(`/sobjects/Lead/${recordId}`))).toBe(false)
  expect(vendor.records()).toHaveLength(1)
})

test('saves a record of ours that a rule objects to, adopts nobody for it, and keeps what sales has entered', async () => {
  const { destination, vendor, bodies } = started()
  const rule = duplicateOf({ Email: canaryOf(1).email })
  const ours = { Id: '00Q000000000001AAA', LeadCapture_Id__c: canaryId(1), LeadCapture_Original_Source__c: 'fair' }
  vendor.script((request, carryOut) =>
    request.url.includes('/query') ? { status: 200, body: { records: [ours] } } : rule(request, carryOut),
  )
  expect(await destination.deliver([canaryLead(1, 2)], vendor.io)).toMatchObject([{ kind: 'delivered' }])
  expect(vendor.calls.some(call => call.url.includes(recordId))).toBe(false)
  for (const body of [bodies()[0].records[0], bodies()[1]]) {
    expect(body).not.toHaveProperty('LeadCapture_Original_Source__c')
    expect(body).toHaveProperty('LastName')
  }
})

test('rejects a lead that the rule does not let be saved beside another', async () => {
  const { destination, vendor } = started()
  vendor.script(duplicateOf({ Email: 'somebody@example.com' }, false))
  const [outcome] = await destination.deliver([canaryLead(1)], vendor.io)
  expect(outcome).toMatchObject({ kind: 'rejected', reason: 'refused', answer: { codes: ['DUPLICATES_DETECTED'] } })
})

test('gives what is required a value where the lead has none, and never over one that sales has entered', async () => {
  const { destination, vendor } = started()
  const nameless = { ...canaryLead(1), profile: { email: canaryOf(1).email } }
  await destination.deliver([nameless], vendor.io)
  const [record] = vendor.records()
  expect(record?.fields).toMatchObject({ LastName: '[not provided]', Company: '[not provided]' })
  vendor.script(request => {
    if (!request.url.includes('/query')) return undefined
    const held = { Id: record?.id, LeadCapture_Id__c: canaryId(1), LastName: 'Flores', Company: 'Flores & Filhos' }
    return { status: 200, body: { records: [held] } }
  })
  await destination.deliver([{ ...nameless, revision: 2 }], vendor.io)
  const again = JSON.parse(vendor.calls.at(-1)?.body ?? '').records[0]
  expect(Object.keys(again)).not.toContain('LastName')
  expect(Object.keys(again)).not.toContain('Company')
})

test('halves a batch that is refused as a whole, so that only the bad one is rejected', async () => {
  const { destination, vendor } = started()
  vendor.script(request => {
    const isBad = isCall(request, fixture.write) && request.body?.includes(canaryId(2))
    if (!isBad) return undefined
    return { status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR', message: canaryOf(2).email }] }
  })
  const outcomes = await destination.deliver(
    [1, 2, 3].map(n => canaryLead(n)),
    vendor.io,
  )
  expect(outcomes.map(one => one.kind)).toEqual(['delivered', 'rejected', 'delivered'])
})

test('does not halve a batch for a field that the org lacks', async () => {
  const { destination, vendor, bodies } = started()
  const body = [{ errorCode: 'INVALID_FIELD', message: "No such column 'Title' on sobject of type Lead" }]
  vendor.script(request => (isCall(request, fixture.write) ? { status: 400, body } : undefined))
  const outcomes = await destination.deliver([canaryLead(1), canaryLead(2)], vendor.io)
  const rejected = { kind: 'rejected', reason: 'unknown_property', field: 'Title' }
  expect(outcomes).toMatchObject([rejected, rejected])
  // Once as it is, once without the field: the field is still said to be missing, so that no more is tried.
  expect(bodies().map(body => body.records.length)).toEqual([2, 2])
})

test('takes a permission that only one record of a batch lacks for that record’s, and one that all lack for the org’s', async () => {
  const denied = {
    success: false,
    errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: '', fields: [] }],
  }
  const written = { success: true, id: '00Q000000000001AAA', errors: [] }
  for (const [results, kinds] of [
    [
      [written, denied],
      ['delivered', 'rejected'],
    ],
    [
      [denied, denied],
      ['blocked', 'blocked'],
    ],
  ] as const) {
    const { destination, vendor } = started()
    vendor.script(request => (isCall(request, fixture.write) ? { status: 200, body: results } : undefined))
    const outcomes = await destination.deliver([canaryLead(1), canaryLead(2)], vendor.io)
    expect(outcomes.map(one => one.kind)).toEqual(kinds)
  }
})

test('rejects what is too long without a call', async () => {
  const { destination, vendor } = started()
  const lead = { ...canaryLead(1), profile: { lastName: 'x'.repeat(81) } }
  expect(await destination.deliver([lead], vendor.io)).toEqual([
    { kind: 'rejected', reason: 'too_large', field: 'LastName' },
  ])
  expect(vendor.calls).toEqual([])
})

test('is incomplete when a field is missing, of another kind, not unique, read-only, or required and not written', async () => {
  const { destination, vendor } = started()
  const changes: Readonly<Record<string, object>> = {
    LeadCapture_Id__c: { unique: false },
    LeadCapture_Revision__c: { type: 'string' },
    City: { type: 'boolean' },
    Phone: { updateable: false },
  }
  const required = { ...leadFields[2], name: 'Region__c', nillable: false }
  const fields = leadFields.filter(({ name }) => name !== 'Title').map(field => ({ ...field, ...changes[field.name] }))
  vendor.script(({ url }) =>
    url.endsWith('/describe') ? { status: 200, body: { fields: [...fields, required] } } : undefined,
  )
  const checked = await destination.check(vendor.io)
  expect(checked.kind).toBe('incomplete')
  expect(Object.fromEntries((checked.missing ?? []).map(({ name, problem }) => [name, problem]))).toEqual({
    LeadCapture_Id__c: 'not_unique',
    LeadCapture_Revision__c: 'wrong_type',
    City: 'wrong_type',
    Phone: 'read_only',
    Title: 'absent',
    Region__c: 'not_written',
  })
  expect(checked.fields).toContain('LastName')
})

test('is blocked where the org does not describe a Lead', async () => {
  const { destination, vendor } = started()
  vendor.script(({ url }) =>
    url.endsWith('/describe') ? { status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'x' }] } : undefined,
  )
  expect(await destination.check(vendor.io)).toMatchObject({ kind: 'blocked', reason: 'misconfigured' })
})

test('calls the instance that the token names, and fetches one token for all of it', async () => {
  const { destination, vendor } = started()
  await destination.deliver([canaryLead(1)], vendor.io)
  await destination.find?.(canaryId(1), vendor.io)
  const hosts = vendor.calls.map(call => new URL(call.url).host)
  expect(hosts.filter(host => host === 'acme.my.salesforce.example')).toHaveLength(1)
  expect(new Set(hosts.slice(1))).toEqual(new Set(['acme.salesforce.example']))
})

test.each([
  ['a path that is none', { fields: { version: 1, fields: [{ from: 'emial', to: 'Email' }] } }],
  ['another version', { fields: { version: 2, fields: [] } }],
  ['a field that is no name', { fields: { version: 1, fields: [{ from: 'email', to: "Email' OR 1" }] } }],
  ['an id field that is not custom', { idField: 'Email' }],
  ['an address without https', { instanceUrl: 'http://acme.example' }],
])('refuses settings with %s', (_, settings) => {
  expect(salesforce.settings.safeParse({ ...(fixture.settings as object), ...settings }).success).toBe(false)
})
