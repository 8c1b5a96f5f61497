// What the stand-in says of its contact properties.

import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

interface Listed {
  readonly results: readonly {
    readonly name: string
    readonly type: string
    readonly hasUniqueValue: boolean
    readonly options: readonly { readonly value: string }[]
    readonly modificationMetadata: { readonly readOnlyValue: boolean }
  }[]
}
const path = '/crm/v3/properties/contacts'

test('lists each property that a lead may fill, the id among the unique ones', async () => {
  const crm = await aCrm()
  const { status, json } = await crm.call<Listed>('GET', path)
  expect(status).toBe(200)
  const names = json.results.map(({ name }) => name)
  const some = ['email', 'jobtitle', 'lead_capture_revision', 'lead_capture_note', 'lead_capture_latest_click_ids']
  expect(names).toEqual(expect.arrayContaining([...some, 'lead_capture_consent_policy', 'utm_source_platform']))
  expect(new Set(names).size).toBe(names.length)
  expect(json.results.filter(one => one.hasUniqueValue).map(({ name }) => name)).toEqual(['lead_capture_id'])
})

test('lists a picklist with its values, what HubSpot maintains as read-only, and an id of one’s own as unique', async () => {
  const crm = await aCrm()
  const input = { id: 'one', idProperty: 'my_id', objectWriteTraceId: 'one', properties: { email: 'a@example.com' } }
  await crm.call('POST', `${contactsPath}/batch/upsert`, { inputs: [input, byEmail('b@example.com')] })
  const { json } = await crm.call<Listed>('GET', path)
  const of = (name: string) => json.results.find(one => one.name === name)
  expect(of('lifecyclestage')).toMatchObject({ type: 'enumeration' })
  expect(of('lifecyclestage')?.options.map(({ value }) => value)).toContain('lead')
  expect(of('createdate')?.modificationMetadata.readOnlyValue).toBe(true)
  expect(of('my_id')?.hasUniqueValue).toBe(true)
})

test('lists nothing without a token, and takes no new property', async () => {
  const crm = await aCrm()
  expect((await crm.call('GET', path, undefined, { authorization: '' })).status).toBe(401)
  expect((await crm.call('POST', path, { name: 'x' })).status).toBe(405)
})
