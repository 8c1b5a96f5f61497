// The sites as an operator writes them: what has a default may be missing, and a slip in one part costs that part.

import { afterEach, expect, test, vi } from 'vitest'
import type { Env } from '../env.ts'
import { readSites, siteProblems } from './sites.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const site = {
  id: 'main',
  origins: ['https://www.example.com'],
  keys: [{ key: 'pk_test_main' }],
  defaultCountry: 'BR',
  destinations: [{ id: 'crm', kind: 'log' }],
}

/** The site that a variable names, and what was logged on the way. */
function read(changes: object) {
  const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  // Nothing is asked of the bindings.
  const sites = [...readSites({ SITE_MAIN: JSON.stringify({ ...site, ...changes }) } as unknown as Env).values()]
  return { sites, logged: logged.mock.calls.flat().join('\n') }
}

test('takes the routes of a site, and none', () => {
  const routes = [{ route: 'key-accounts', priority: 100, forms: ['*demo*'] }]
  expect(read({ routes }).sites).toMatchObject([{ id: 'main', routes }])
  expect(read({ routes: [] }).sites).toMatchObject([{ routes: [] }])
  const without = read({})
  expect(without.sites.map(({ routes: own }) => own)).toEqual([undefined])
  expect(without.logged).toBe('')
})

test.each([
  ['no list', {}],
  ['a priority that is none', [{ route: 'a', priority: 'high' }]],
  ['a member that nobody knows', [{ route: 'a', priority: 1, form: ['x'] }]],
  ['101 rules', Array.from({ length: 101 }, () => ({ route: 'a', priority: 1 }))],
])('keeps a site whose routes are %s, without them, and says so', (_, routes) => {
  const { sites, logged } = read({ routes })
  expect(sites).toMatchObject([{ id: 'main' }])
  expect(sites.map(({ routes: own }) => own)).toEqual([undefined])
  expect(logged).toContain('configuration.rejected')
})

test('takes a destination that needs no settings without them', () => {
  expect(read({}).sites).toMatchObject([{ destinations: [{ id: 'crm', kind: 'log' }] }])
})

test('names the variable that is no site, and what in it is wrong', () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const problemsOf = (value: unknown) => siteProblems({ SITE_GOOD: site, SITE_MAIN: value } as unknown as Env)
  const other = { ...site, id: 'other' }
  const twice = [site.destinations[0], { id: 'crm', kind: 'webhook' }]
  const wrong: readonly [unknown, readonly string[]][] = [
    ['{"id":', ['']],
    [{ ...other, keys: [{ key: 'mine' }] }, ['keys.0.key']],
    [{ ...other, destinations: [{ id: 'crm', kind: 'nobody' }] }, ['destinations.0.kind']],
    [{ ...other, destinations: twice }, ['destinations']],
    [site, ['id']],
  ]
  for (const [value, at] of wrong) expect(problemsOf(value)).toEqual([{ variable: 'SITE_MAIN', at }])
  expect(problemsOf(other)).toEqual([])
})

test('leaves out a site that is malformed otherwise', () => {
  const { sites, logged } = read({ defaultCountry: 'Brasil' })
  expect(sites).toEqual([])
  expect(logged).toContain('configuration.rejected')
})
