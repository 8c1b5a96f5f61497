import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

const people = [
  byEmail('ana@example.com', { firstname: 'Ana', employees: '9', plan: 'pro' }),
  byEmail('rui@example.com', { firstname: 'Rui', employees: '10' }),
  byEmail('eva@example.org', { firstname: 'Eva', employees: '200', plan: 'free' }),
]

const search = async (body: unknown) => {
  const crm = await aCrm()
  await crm.upsert(...people)
  return crm.call('POST', `${contactsPath}/search`, body)
}
const names = async (filters: readonly unknown[], rest = {}) => {
  const { json } = await search({ filterGroups: [{ filters }], properties: ['firstname'], ...rest })
  return json.results.map(({ properties }) => properties.firstname).join(' ')
}

test.each([
  [{ propertyName: 'email', operator: 'EQ', value: 'ANA@example.com' }, 'Ana'],
  [{ propertyName: 'email', operator: 'NEQ', value: 'ana@example.com' }, 'Rui Eva'],
  [{ propertyName: 'email', operator: 'IN', values: ['ana@example.com', 'eva@example.org'] }, 'Ana Eva'],
  [{ propertyName: 'email', operator: 'NOT_IN', values: ['ana@example.com'] }, 'Rui Eva'],
  [{ propertyName: 'plan', operator: 'HAS_PROPERTY' }, 'Ana Eva'],
  [{ propertyName: 'plan', operator: 'NOT_HAS_PROPERTY' }, 'Rui'],
  [{ propertyName: 'plan', operator: 'NEQ', value: 'pro' }, 'Rui Eva'],
  [{ propertyName: 'employees', operator: 'LT', value: '10' }, 'Ana'],
  [{ propertyName: 'employees', operator: 'LTE', value: '10' }, 'Ana Rui'],
  [{ propertyName: 'employees', operator: 'GT', value: '10' }, 'Eva'],
  [{ propertyName: 'employees', operator: 'GTE', value: '10' }, 'Rui Eva'],
  [{ propertyName: 'employees', operator: 'BETWEEN', value: '10', highValue: '200' }, 'Rui Eva'],
  [{ propertyName: 'email', operator: 'CONTAINS_TOKEN', value: '*@example.org' }, 'Eva'],
  [{ propertyName: 'email', operator: 'NOT_CONTAINS_TOKEN', value: 'org' }, 'Ana Rui'],
  [{ propertyName: 'createdate', operator: 'GT', value: '1000000000000' }, 'Ana Rui Eva'],
])('finds with %o', async (filter, expected) => {
  expect(await names([filter])).toBe(expected)
})

test('needs all filters of a group and any of the groups', async () => {
  const has = { propertyName: 'plan', operator: 'HAS_PROPERTY' }
  const ana = { propertyName: 'firstname', operator: 'EQ', value: 'Ana' }
  const rui = { propertyName: 'firstname', operator: 'EQ', value: 'Rui' }
  expect(await names([has, ana])).toBe('Ana')
  expect(await names([has, rui])).toBe('')
  expect(await names([has, rui], { filterGroups: [{ filters: [ana] }, { filters: [rui] }] })).toBe('Ana Rui')
})

test('sorts, and finds by free text', async () => {
  expect(await names([], { sorts: ['-firstname'] })).toBe('Rui Eva Ana')
  expect(await names([], { sorts: [{ propertyName: 'firstname', direction: 'ASCENDING' }] })).toBe('Ana Eva Rui')
  expect(await names([], { query: 'EXAMPLE.ORG' })).toBe('Eva')
})

test('pages: a total, a limit and where the next page starts', async () => {
  const first = (await search({ limit: 2 })).json
  expect(first).toMatchObject({ total: 3, paging: { next: { after: '2' } } })
  const second = (await search({ limit: 2, after: first.paging.next.after })).json
  expect(second.results).toHaveLength(1)
  expect(second).not.toHaveProperty('paging')
})

test.each([
  ['201 results', { limit: 201 }],
  ['an operator that is none', { filterGroups: [{ filters: [{ propertyName: 'email', operator: 'LIKE' }] }] }],
  ['six groups', { filterGroups: Array.from({ length: 6 }, () => ({ filters: [] })) }],
  [
    'seven filters',
    { filterGroups: [{ filters: Array.from({ length: 7 }, () => ({ propertyName: 'a', operator: 'HAS_PROPERTY' })) }] },
  ],
  ['results beyond 10,000', { after: '9991', limit: 10 }],
  ['a cursor that is none', { after: 'x' }],
])('refuses %s with 400', async (_, body) => {
  expect((await search(body)).status).toBe(400)
})

test('allows what is just inside those limits', async () => {
  const filters = Array.from({ length: 6 }, () => ({ propertyName: 'email', operator: 'HAS_PROPERTY' }))
  const body = { filterGroups: Array.from({ length: 5 }, () => ({ filters })), limit: 200, after: '9800' }
  expect(await search(body)).toMatchObject({ status: 200, json: { total: 3, results: [] } })
})
