// The route of a lead: raised by what comes later, never lowered, whatever the order.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseRoute, defaultRouteTable, type RouteRule, routeTableSchema } from './route-priority.ts'
import type { Submission } from './submission.ts'
import type { Touchpoint } from './touchpoint.ts'

type Routed = Pick<Submission, 'form' | 'touchpoints'>

const at = '2026-11-24T12:00:00.000Z'
const aSubmission = (name: string, touch?: Partial<Touchpoint>, intent: 'high' | 'low' = 'low'): Routed => ({
  form: { how: 'api', intent, ...(name ? { name } : {}) },
  touchpoints: touch ? [{ at, ...touch }] : [],
})
const routeOf = (...submissions: readonly Routed[]) => chooseRoute(defaultRouteTable, submissions)?.route

test.each([
  ['Agendar demonstração', 'demo'],
  ['Request a DEMO', 'demo'],
  ['Solicite um orçamento', 'sales'],
  ['Fale conosco', 'contact'],
  ['Contáctanos', 'contact'],
  ['Webinar de novembro', 'event'],
  ['Assine o boletim', 'newsletter'],
  ['Formulário 7', 'general'],
  ['', 'general'],
])('sends the form %j to %s', (name, route) => {
  expect(routeOf(aSubmission(name))).toBe(route)
})

test('sends a paid click to its route, and an unpaid one not', () => {
  expect(routeOf(aSubmission('', { clickIds: { gclid: 'x' } }))).toBe('paid')
  expect(routeOf(aSubmission('', { clickIds: { fbclid: 'x' } }))).toBe('general')
})

test('raises the route when a more urgent form comes, and keeps it when a lesser one follows', () => {
  const [news, demo] = [aSubmission('Newsletter'), aSubmission('Demo')]
  expect(routeOf(news)).toBe('newsletter')
  expect(routeOf(news, demo)).toBe('demo')
  expect(routeOf(demo, news)).toBe('demo')
})

test('takes what one rule names from one submission, and source and channel from one touch', () => {
  const table: RouteRule[] = [
    { route: 'x', priority: 1, forms: ['demo'], sources: ['*linkedin*'], channels: ['Paid Social'] },
  ]
  const paid = { utm_source: 'linkedin', utm_medium: 'cpc' }
  expect(chooseRoute(table, [aSubmission('Demo', paid)])?.route).toBe('x')
  expect(chooseRoute(table, [aSubmission('Demo'), aSubmission('Other', paid)])).toBeUndefined()
  const [linkedin, google] = [
    { at, utm_source: 'linkedin' },
    { at, utm_source: 'google', utm_medium: 'cpc' },
  ]
  expect(chooseRoute(table, [{ ...aSubmission('Demo'), touchpoints: [linkedin, google] }])).toBeUndefined()
})

test('takes the first rule of the table among equal priorities', () => {
  const table: RouteRule[] = [
    { route: 'first', priority: 5 },
    { route: 'second', priority: 5 },
  ]
  expect(chooseRoute(table, [aSubmission('')])).toEqual({ route: 'first', priority: 5 })
  expect(chooseRoute(table, [])).toBeUndefined()
  expect(chooseRoute([], [aSubmission('')])).toBeUndefined()
})

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'ac', true],
  ['a*c', 'acb', false],
  ['a*a', 'a', false],
  ['*', 'x', true],
  ['ação', 'ACAO', true],
  ['abc', 'abcd', false],
  ['a**b*', 'a-b-', true],
])('holds %j against %j: %s', (pattern, name, isMatch) => {
  expect(chooseRoute([{ route: 'x', priority: 1, forms: [pattern] }], [aSubmission(name)]) !== undefined).toBe(isMatch)
})

test('reads a table, and refuses one that cannot mean anything', () => {
  expect(routeTableSchema.safeParse(defaultRouteTable).success).toBe(true)
  for (const wrong of [
    { route: '', priority: 1 },
    { route: 'x', priority: 1.5 },
    { route: 'x', priority: 1, channels: ['Pigeon'] },
    { route: 'x', priority: 1, form: ['misspelt'] },
    { route: 'x', priority: 1, forms: [] },
  ]) {
    expect(routeTableSchema.safeParse([wrong]).success).toBe(false)
  }
})

const someSubmission = fc
  .tuple(fc.constantFrom('', 'Demo', 'Contato', 'Newsletter', 'x'), fc.constantFrom('google', 'news'), fc.boolean())
  .map(([name, source, isPaid]) => aSubmission(name, { utm_source: source, ...(isPaid ? { utm_medium: 'cpc' } : {}) }))

test('gives the same route in any order, and one more submission never lowers it', () => {
  fc.assert(
    fc.property(fc.array(someSubmission, { minLength: 1, maxLength: 6 }), someSubmission, (list, more) => {
      const before = chooseRoute(defaultRouteTable, list)
      expect(chooseRoute(defaultRouteTable, list.toReversed())).toEqual(before)
      const after = chooseRoute(defaultRouteTable, [more, ...list])
      expect(after?.priority).toBeGreaterThanOrEqual(before?.priority ?? 0)
    }),
    { numRuns: 500 },
  )
})
