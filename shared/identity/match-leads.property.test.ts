import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockKeys, blockKeysMax } from './block-keys.ts'
import { matchLeads } from './match-leads.ts'
import { mergeAction } from './merge-policy.ts'
import { prepareLead } from './prepare-lead.ts'
import { sameCompanyName } from './same-company-name.ts'
import { sameGivenName } from './same-given-name.ts'
import { samePersonName } from './same-person-name.ts'

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\u202eabc', '\u200b', '@', 'a@', '@b.example', 'x'.repeat(100_000)),
  fc.constantFrom(
    'Ana',
    'José',
    'José Maria',
    'Maria José',
    'da Silva',
    'Silva Filho',
    'Silva Lima Neto',
    'naotem@gmail.com',
    'Acme S.A.',
    'ana@example.com',
    '+551134567890',
    'Rua A, 12',
  ),
)
const field = fc.option(wild, { nil: undefined })
const lead = fc.record({
  firstName: field,
  lastName: field,
  fullName: field,
  email: field,
  phone: field,
  company: field,
  website: field,
  address: field,
  city: field,
  state: field,
  postalCode: field,
  country: field,
})

describe('matching of anything', () => {
  it('gives an outcome, the same both ways, and a merge only of a match', () => {
    fc.assert(
      fc.property(lead, lead, (x, y) => {
        const a = prepareLead(x)
        const b = prepareLead(y)
        const there = matchLeads(a, b)
        expect(there.outcome).toBe(matchLeads(b, a).outcome)
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(1)
        if (mergeAction(there).action === 'merge') expect(there.outcome).toBe('match')
      }),
      { numRuns: 400 },
    )
  })

  it('files a lead under a bounded number of keys, each once', () => {
    fc.assert(
      fc.property(lead, x => {
        const keys = blockKeys(prepareLead(x))
        expect(keys.length).toBeLessThanOrEqual(blockKeysMax)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 300 },
    )
  })

  it('compares names the same both ways', () => {
    fc.assert(
      fc.property(wild, wild, (a, b) => {
        for (const same of [sameGivenName, samePersonName, sameCompanyName]) expect(same(a, b)).toBe(same(b, a))
      }),
      { numRuns: 400 },
    )
  })
})
