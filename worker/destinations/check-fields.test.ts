// What checks say, beside each vendor's list of fields; what settings are told to be wrong; and where notes may go.

import { expect, test } from 'vitest'
import type { FieldFacts } from '../../shared/delivery/fit-fields.ts'
import { picklistValuesMax, requiredFieldsMax } from '../../shared/limits.ts'
import { err, ok } from '../../shared/result.ts'
import { catalogOf, checkFields, failedCheck, kindOf, optionsOf } from './check-fields.ts'
import { canaryLead } from './fixtures/canary-lead.ts'
import { fixtureOf } from './fixtures/fixture-of.ts'
import { type Script, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { moduleFields } from './fixtures/zoho/vendor.ts'
import { fieldsWithNote, fitLead, sparing } from './mapped-lead.ts'
import { bindDestination, type DestinationKind, settingsProblems } from './registry.ts'

const text: FieldFacts = { type: 'text', isWritable: true }

async function checking(kind: DestinationKind, settings: object, script: Script = () => undefined) {
  const fixture = await fixtureOf(kind)
  const destination = bindDestination(kind, { ...(fixture.settings as object), ...settings })
  const vendor = scriptedVendor(fixture)
  vendor.script(script)
  const checked = await destination?.check(vendor.io)
  return { checked, calls: vendor.calls }
}
const problems = (checked: Awaited<ReturnType<typeof checking>>['checked']) =>
  (checked?.missing ?? []).map(({ name, problem }) => `${name} ${problem}`)

test.each<[DestinationKind, object, readonly string[]]>([
  ['pipedrive', { revisionField: 'c3'.repeat(20) }, [`${'c3'.repeat(20)} absent`]],
  [
    'active-campaign',
    { idField: '9', fields: { version: 1, fields: [{ from: 'email', to: '55' }] } },
    ['9 absent', '55 absent'],
  ],
  ['rd-station', { fields: { version: 1, fields: [{ from: 'city', to: 'cf_where' }] } }, ['cf_where absent']],
  [
    'zoho',
    {
      fields: {
        version: 1,
        fields: [
          { from: 'lastName', to: 'Last_Name' },
          { from: 'city', to: 'Town' },
        ],
      },
    },
    ['Town absent'],
  ],
])('%s: names the fields of the settings that the account lacks', async (kind, settings, missing) => {
  const { checked } = await checking(kind, settings)
  expect(checked?.kind).toBe('incomplete')
  expect(problems(checked)).toEqual(missing)
})

test('zoho: names an id that allows duplicates, a field of another kind, and one that is required and not written', async () => {
  const changed = moduleFields.map(field => {
    if (field.api_name === 'Lead_Capture_Id') return { ...field, unique: {} }
    if (field.api_name === 'Company') return { ...field, data_type: 'boolean' }
    return field.api_name === 'City' ? { ...field, read_only: true } : field
  })
  const fields = [...changed, { ...changed[0], api_name: 'Rating', system_mandatory: true }]
  const { checked } = await checking('zoho', {}, ({ url }) =>
    url.includes('/settings/fields') ? { status: 200, body: { fields } } : undefined,
  )
  expect(problems(checked).toSorted()).toEqual([
    'City read_only',
    'Company wrong_type',
    'Lead_Capture_Id not_unique',
    'Rating not_written',
  ])
})

test('zoho: is ready with a note where the scope for fields is missing', async () => {
  const body = { code: 'OAUTH_SCOPE_MISMATCH', status: 'error', details: {} }
  const { checked } = await checking('zoho', {}, ({ url }) =>
    url.includes('/settings/fields') ? { status: 401, body } : undefined,
  )
  expect(checked).toEqual({ kind: 'ready', notes: ['fields_unread'] })
})

test('active-campaign: reads on while pages are full, and no further than its bound', async () => {
  const page = Array.from({ length: 100 }, (_, at) => ({ id: String(1_000 + at) }))
  const { checked, calls } = await checking('active-campaign', {}, () => ({ status: 200, body: { fields: page } }))
  expect(problems(checked)).toEqual(['7 absent', '8 absent'])
  expect(calls.map(({ url }) => new URL(url).searchParams.get('offset'))).toEqual(['0', '100', '200', '300', '400'])
})

test('calls nobody to find out that a webhook’s secret is no key', async () => {
  const fixture = await fixtureOf('webhook')
  const [name = ''] = Object.keys(fixture.secrets)
  const vendor = scriptedVendor(fixture, { [name]: 'whsec_short' })
  expect(await bindDestination('webhook', fixture.settings)?.check(vendor.io)).toMatchObject({
    kind: 'blocked',
    missing: [{ what: 'secret', name, problem: 'malformed' }],
  })
  expect(vendor.calls).toEqual([])
})

test('takes a vendor that is out of reach for that, and fields that it does not tell for unread', () => {
  expect(checkFields(err({ kind: 'retry', reason: 'timeout', isAmbiguous: true }), [])).toEqual({ kind: 'unreachable' })
  expect(checkFields(err({ kind: 'blocked', reason: 'forbidden' }), [])).toEqual({
    kind: 'ready',
    notes: ['fields_unread'],
  })
  expect(failedCheck({ kind: 'rejected', reason: 'refused', answer: { status: 404 } })).toEqual({
    kind: 'blocked',
    reason: 'misconfigured',
    answer: { status: 404 },
  })
})

test('lets a number into any field but one of texts, where it is sent as one', () => {
  const catalog = { n: { ...text, type: 'number' }, t: text, p: { ...text, type: 'picklist' } } as const
  const missing = (name: string, as?: 'text' | 'number') =>
    checkFields(ok(catalog), [{ name, as }]).missing?.[0]?.problem
  expect([missing('n', 'text'), missing('t', 'number')]).toEqual(['wrong_type', 'wrong_type'])
  expect([missing('n'), missing('n', 'number'), missing('t', 'text'), missing('p', 'text')]).toEqual(
    Array.from({ length: 4 }, () => undefined),
  )
})

test('keeps of a list what is written and what is required, within bounds', () => {
  const required = Array.from(
    { length: requiredFieldsMax + 5 },
    (_, at) => [`r${at}`, { ...text, isRequired: true }] as const,
  )
  const catalog = catalogOf([{ name: 'a' }, { name: 'b' }], 'n', [['a', text], ['x', text], ...required])
  expect(catalog).toMatchObject({ a: text, b: null, n: null, r0: { isRequired: true } })
  expect(catalog).not.toHaveProperty('x')
  expect(Object.keys(catalog)).toHaveLength(3 + requiredFieldsMax)
  const values = Array.from({ length: picklistValuesMax }, (_, at) => String(at))
  expect(optionsOf(values)).toEqual({ options: values })
  expect(optionsOf([...values, 'one more'])).toEqual({})
})

test.each([
  ['textarea', 'text'],
  ['double', 'number'],
  ['bool', 'boolean'],
  ['multiselectpicklist', 'multi_picklist'],
  ['datetime', 'time'],
  ['lookup', 'other'],
  ['', 'other'],
])('reads the kind %j as %s', (word, kind) => {
  expect(kindOf(word)).toBe(kind)
})

test('names the settings that are malformed by their path, and none of those that can be used', () => {
  expect(settingsProblems('hubspot', {})).toEqual([])
  expect(settingsProblems('hubspot', { baseUrl: 'crm', idProperty: 'Not A Name' })).toEqual(['baseUrl', 'idProperty'])
  expect(settingsProblems('hubspot', undefined)).toEqual([])
  expect(settingsProblems('hubspot', 'text')).toEqual([''])
  expect(settingsProblems('webhook', undefined)).toEqual(['url', 'secretName'])
  const fields = {
    version: 1,
    fields: [
      { from: 'email', to: 'Email' },
      { from: 'nowhere', to: 'City' },
    ],
  }
  expect(settingsProblems('zoho', { clientId: 'c', fields })).toEqual(['fields.fields.1.from'])
})

test('puts no note where its own field was refused, or is not there', () => {
  const rules = [
    { from: 'message', to: 'Description', owner: 'whenPresent' },
    { from: 'jobTitle', to: 'Title', owner: 'whenPresent' },
  ] as const
  const settings = { fields: { fields: rules } }
  const prepared = (facts?: null) =>
    fitLead(canaryLead(1), rules, { catalog: facts === null ? { Description: null } : {}, noteField: 'Description' })
  const [there, absent] = [prepared(), prepared(null)]
  if (!there.ok || !absent.ok) throw new Error('not fitted')
  const titleless = sparing.without({ fitted: there.value }, 'Title', settings)
  if (!titleless) throw new Error('not spared')
  expect(fieldsWithNote(titleless)[0]?.ours).toContain('\n\nTitle: ')
  const bare = sparing.without(titleless, 'Description', settings)
  expect(bare && fieldsWithNote(bare)).toEqual([])
  expect(fieldsWithNote({ fitted: absent.value }).map(({ to }) => to)).toEqual(['Title'])
})
