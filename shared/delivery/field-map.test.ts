// Paths read from a lead, and what is written beside what is there.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLeadId, parseSiteId, parseSubmissionId } from '../ids.ts'
import { foldLead } from '../lead/lead.ts'
import { canonicalFields } from '../mapping/canonical-fields.ts'
import { type FieldRule, fieldsToRead, mapLead, typedWritesOf, writesOf } from './field-map.ts'
import { isFieldPath, readPath } from './field-path.ts'

const at = '2026-11-24T12:00:00.000Z'
const [id, submission, siteId] = [
  parseLeadId('0190a000-0002-7000-8000-000000000001'),
  parseSubmissionId('0190a000-0001-7000-8000-000000000001'),
  parseSiteId('site'),
]
if (!id || !submission || !siteId) throw new Error('good ids')
const lead = foldLead({ id, revision: 7 }, [
  {
    id: submission,
    siteId,
    occurredAt: at,
    receivedAt: at,
    fields: [],
    profile: { email: 'joaquina@example.com', company: 'Flores & Filhos', country: 'BR' },
    custom: [{ name: 'cor', values: ['azul', 'verde'] }],
    changes: [],
    issues: [],
    touchpoints: [{ at, utm_source: 'newsletter', utm_medium: 'email', utm_campaign: 'spring' }],
    consent: { state: 'granted', source: 'checkbox', channels: { email: true, ads: false }, at },
    form: { how: 'api', intent: 'high' },
    page: { url: 'https://shop.example.com/demo' },
  },
])
const rule = (changes: Partial<FieldRule> = {}): FieldRule => ({
  from: 'company',
  to: 'Company',
  owner: 'whenPresent',
  ...changes,
})
const written = (changes: Partial<FieldRule>, theirs?: Record<string, string>, of = lead) => {
  const mapped = mapLead(of, [rule(changes)])
  return mapped.ok ? writesOf(mapped.value, theirs) : mapped.error
}
const company = 'Flores & Filhos'
const blank = { ...lead, profile: {} }

test.each([
  ['email', 'joaquina@example.com'],
  ['custom.cor', 'azul;verde'],
  ['original.source', 'newsletter'],
  ['original.channel', 'Email'],
  ['latest.utm_campaign', 'spring'],
  ['consent.state', 'granted'],
  ['consent.channels', 'email'],
  ['consent.channels.email', 'true'],
  ['consent.channels.sms', 'false'],
  ['lead.revision', '7'],
  ['lead.submissions', '1'],
  ['lead.route', 'high-intent'],
  ['lead.routePriority', '50'],
  ['lead.pageUrl', 'https://shop.example.com/demo'],
])('reads %s', (path, value) => {
  expect(isFieldPath(path)).toBe(true)
  expect(readPath(lead, path)).toBe(value)
})

test('joins the values of a field that has several', () => {
  const several = { ...lead, profile: { interest: ['demo', 'price'] } }
  expect(readPath(several, 'interest')).toBe('demo;price')
})

test.each([
  '',
  'emial',
  'custom',
  'custom.',
  'original',
  'original.sauce',
  'original.constructor',
  'consent.channels.',
  'lead.toString',
  'lead.profile',
  '__proto__',
])('knows no path %j, and reads nothing there', path => {
  expect(isFieldPath(path)).toBe(false)
  expect(readPath(lead, path)).toBeUndefined()
})

test('knows every canonical field as a path', () => {
  for (const field of canonicalFields) expect(isFieldPath(field)).toBe(true)
})

describe('owners', () => {
  test.each([
    ['never', undefined, {}],
    ['never', { Company: '' }, {}],
    ['whenPresent', undefined, { Company: company }],
    ['whenPresent', { Company: 'Theirs' }, { Company: company }],
    ['whenPresent', { Company: company }, {}],
    ['always', { Company: 'Theirs' }, { Company: company }],
    ['onlyWhenEmpty', {}, { Company: company }],
    ['onlyWhenEmpty', { Company: 'Theirs' }, {}],
    ['onlyWhenEmpty', undefined, {}],
  ] as const)('%s beside %j writes %j', (owner, theirs, writes) => {
    expect(written({ owner }, theirs)).toEqual(writes)
  })

  test('a blank of ours empties theirs under `always`, and under nothing else', () => {
    for (const owner of ['never', 'whenPresent', 'onlyWhenEmpty'] as const) {
      expect(written({ owner }, { Company: 'Theirs' }, blank)).toEqual({})
    }
    expect(written({ owner: 'always' }, { Company: 'Theirs' }, blank)).toEqual({ Company: '' })
  })

  test('a fallback is written where both are blank, and never over a value of theirs or one nobody has looked at', () => {
    expect(written({ fallback: 'none' }, {}, blank)).toEqual({ Company: 'none' })
    expect(written({ fallback: 'none' }, {})).toEqual({ Company: company })
    expect(written({ fallback: 'none' }, { Company: 'Theirs' }, blank)).toEqual({})
    expect(written({ fallback: 'none' }, undefined, blank)).toEqual({})
    expect(written({ fallback: 'none', owner: 'always' }, { Company: 'Theirs' }, blank)).toEqual({})
  })

  test('of two rules for one field the first that writes wins', () => {
    const rules = [
      rule({ from: 'custom.missing', to: 'Name' }),
      rule({ to: 'Name' }),
      rule({ from: 'email', to: 'Name' }),
    ]
    const mapped = mapLead(lead, rules)
    expect(mapped.ok && writesOf(mapped.value, {})).toEqual({ Name: company })
  })

  test('values are typed as their rules say, a blank being null and a text that is no number itself', () => {
    const rules = [
      rule({ from: 'consent.channels.email', to: 'Flag', as: 'boolean' }),
      rule({ from: 'consent.channels.sms', to: 'Other', as: 'boolean' }),
      rule({ from: 'lead.revision', to: 'Number', as: 'number' }),
      rule({ from: 'lead.revision', to: 'Text' }),
      rule({ to: 'NoNumber', as: 'number' }),
      rule({ from: 'jobTitle', to: 'Blank', as: 'number', owner: 'always' }),
    ]
    const mapped = mapLead(lead, rules)
    const typed = { Flag: true, Other: false, Number: 7, Text: '7', NoNumber: company, Blank: null }
    expect(mapped.ok && typedWritesOf(mapped.value, { Blank: '5' })).toEqual(typed)
  })

  test('no part of our original touch stands beside a part of theirs, and all of it beside none or beside ours', () => {
    const rules = (['source', 'medium'] as const).map(part =>
      rule({ from: `original.${part}`, to: part, owner: 'onlyWhenEmpty' }),
    )
    const mapped = mapLead(lead, rules)
    const beside = (theirs: Record<string, string>) => mapped.ok && writesOf(mapped.value, theirs)
    expect(beside({ source: 'fair', medium: '' })).toEqual({})
    expect(beside({})).toEqual({ source: 'newsletter', medium: 'email' })
    expect(beside({ source: 'newsletter' })).toEqual({ medium: 'email' })
  })

  test('only what depends on theirs is read before', () => {
    const rules = [
      rule({ to: 'A' }),
      rule({ to: 'B', owner: 'onlyWhenEmpty' }),
      rule({ to: 'C', fallback: 'x' }),
      rule({ to: 'D', owner: 'never', fallback: 'x' }),
      rule({ to: 'B', fallback: 'x' }),
    ]
    expect(fieldsToRead(rules)).toEqual(['B', 'C'])
  })
})

describe('picklists and lengths', () => {
  const country = { from: 'country', to: 'Country' }
  test('a value becomes theirs, an unnamed one the catch-all, and without one the lead is refused by its field', () => {
    expect(written({ ...country, picklist: { BR: 'Brazil', '*': 'Other' } })).toEqual({ Country: 'Brazil' })
    expect(written({ ...country, picklist: { PT: 'Portugal', '*': 'Other' } })).toEqual({ Country: 'Other' })
    expect(written({ ...country, picklist: { PT: 'Portugal' } })).toEqual({ reason: 'invalid_value', field: 'Country' })
    expect(written({ ...country, picklist: { PT: 'Portugal' } }, {}, blank)).toEqual({})
    const named = { ...lead, profile: { country: 'constructor' } }
    expect(written({ ...country, picklist: { '*': 'Other' } }, {}, named)).toEqual({ Country: 'Other' })
  })

  test('a value at its length passes, one above is refused by its field or cut', () => {
    expect(written({ maxLength: company.length })).toEqual({ Company: company })
    expect(written({ maxLength: company.length - 1 })).toEqual({ reason: 'too_large', field: 'Company' })
    expect(written({ maxLength: company.length - 1, tooLong: 'cut' })).toEqual({ Company: company.slice(0, -1) })
  })

  test('a cut never leaves half a letter, nor more than the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 20 }), (text, maxLength) => {
        const value = written({ maxLength, tooLong: 'cut' }, undefined, { ...lead, profile: { company: text } })
        const got = 'Company' in value ? (value.Company ?? '') : ''
        expect(got.length).toBeLessThanOrEqual(maxLength)
        expect(got.isWellFormed()).toBe(true)
      }),
    )
  })
})
