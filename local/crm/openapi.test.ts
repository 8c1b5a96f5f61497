// Holds every request that the stand-in takes and every answer it gives against HubSpot's own API description.
// The description is not ours to ship: the test reads it where it lies beside the repository, and is skipped elsewhere.

import { existsSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

const file = new URL('../../../shared/channels/hubspot-contacts-v3.openapi.json', import.meta.url)
const isThere = existsSync(file)
const reason = isThere ? '' : ' (skipped: ../shared/channels/hubspot-contacts-v3.openapi.json is not there)'

interface Operation {
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content } & { readonly $ref?: string }>>
}
type Content = Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const errorSchema = '#/components/schemas/Error'

function readDescription() {
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description
  const ajv = new Ajv({ strict: false, allErrors: true })
  // @ts-expect-error
  addFormats(ajv)
  ajv.addFormat('int32', { type: 'number', validate: Number.isInteger })
  ajv.addSchema(description, 'hubspot')
  const problems = (ref: string, value: unknown) => {
    const validate = ajv.getSchema(`hubspot${ref}`)
    if (validate === undefined) throw new Error(`no schema ${ref}`)
    return validate(value) ? [] : validate.errors
  }
  return { description, problems }
}

describe.skipIf(!isThere)(`HubSpot's description of the contacts API${reason}`, () => {
  const input = byEmail('ana@example.com', { firstname: 'Ana' })
  const one = '/crm/v3/objects/contacts/{contactId}'
  const upsert = `${contactsPath}/batch/upsert`
  const read = `${contactsPath}/batch/read`
  const noHistory = { properties: ['email'], propertiesWithHistory: [] }
  const search = `${contactsPath}/search`
  const all = { after: '', filterGroups: [], limit: 1, properties: ['email'], sorts: [] }
  const cases: readonly (readonly [status: number, method: string, path: string, body?: unknown, fault?: unknown])[] = [
    [200, 'post', upsert, { inputs: [input] }],
    [207, 'post', upsert, { inputs: [byEmail('bad'), input] }],
    [207, 'post', upsert, { inputs: [{ ...input, id: 'x', idProperty: 'lead_capture_id' }] }],
    [207, 'post', upsert, { inputs: [{ id: '1', objectWriteTraceId: 't', properties: {} }] }],
    [
      409,
      'post',
      upsert,
      { inputs: [{ id: 'x', idProperty: 'lead_capture_id', properties: { email: 'ana@example.com' } }] },
    ],
    [400, 'post', upsert, { inputs: [input, input] }],
    [400, 'post', upsert, { inputs: [{ id: 'bad', idProperty: 'email', properties: {} }] }],
    [404, 'post', upsert, { inputs: [{ id: '1', properties: {} }] }],
    [200, 'post', read, { inputs: [{ id: 'ana@example.com' }], idProperty: 'email', ...noHistory }],
    [207, 'post', read, { inputs: [{ id: 'nobody@example.com' }], idProperty: 'email', ...noHistory }],
    [200, 'post', search, all],
    [
      200,
      'post',
      search,
      { ...all, filterGroups: [{ filters: [{ propertyName: 'email', operator: 'HAS_PROPERTY' }] }] },
    ],
    [400, 'post', search, { ...all, limit: 201 }],
    [200, 'get', contactsPath],
    [200, 'get', one],
    [200, 'patch', one, { properties: { firstname: 'Ana' } }],
    [409, 'patch', one, { properties: { email: 'rui@example.com' } }],
    [400, 'patch', one, { properties: { 'utm-source': 'x' } }],
    [404, 'get', one.replace('{contactId}', '1')],
    ...[400, 401, 403, 404, 409, 423, 429, 500, 503].map(
      status => [status, 'get', one, undefined, { status }] as const,
    ),
  ]

  test.each(cases.map(([status, method, path, body, fault]) => ({ status, method, path, body, fault })))(
    'has the answer $status of $method $path $body',
    async ({ status, method, path, body, fault }) => {
      const { description, problems } = readDescription()
      const crm = await aCrm()
      const id = (await crm.upsert(input, byEmail('rui@example.com'))).json.results[0]?.id ?? ''
      if (fault !== undefined) await crm.faults(fault)
      const answer = await crm.call(method.toUpperCase(), path.replace('{contactId}', id), body)
      expect(answer.status, answer.text).toBe(status)

      const operation = description.paths[path]?.[method] ?? description.paths[one]?.[method]
      const requestRef = operation?.requestBody?.content['application/json']?.schema.$ref
      if (requestRef !== undefined) expect(problems(requestRef, body)).toEqual([])
      const answerRef = operation?.responses[status]?.content?.['application/json']?.schema.$ref ?? errorSchema
      expect(problems(answerRef, answer.json)).toEqual([])
    },
  )

  test('refuses an answer without what it requires', () => {
    const { problems } = readDescription()
    expect(problems(errorSchema, { message: 'x', category: 'X', correlationId: 'no uuid' })).toHaveLength(1)
    expect(problems('#/components/schemas/SimplePublicUpsertObject', { id: '1' })).not.toEqual([])
  })

  test('names as endpoints all that the stand-in has, with the success that it answers', () => {
    const { description } = readDescription()
    const successOf = (path: string, method: string) => Object.keys(description.paths[path]?.[method]?.responses ?? {})
    expect(successOf(upsert, 'post')).toEqual(expect.arrayContaining(['200', '207']))
    expect(successOf(search, 'post')).toContain('200')
    expect(successOf(one, 'get')).toContain('200')
    expect(successOf(one, 'patch')).toContain('200')
    expect(successOf(one, 'delete')).toContain('204')
  })
})
