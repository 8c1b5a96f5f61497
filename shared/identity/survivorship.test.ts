import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ownerWrite } from './owner-policy.ts'
import { type FieldEvidence, isBlank, mailboxFullness, nameFullness, survive } from './survivorship.ts'

const said = (value: string, extra: Partial<FieldEvidence> = {}): FieldEvidence => ({
  value,
  at: '2026-01-01T00:00:00.000Z',
  submissionId: 's1',
  how: 'typed',
  ...extra,
})
const later = { at: '2026-02-01T00:00:00.000Z', submissionId: 's2' }

describe('the value that survives', () => {
  it('is never a blank while there is another', () => {
    expect(survive([said('Acme'), said('  ', later)])?.value).toBe('Acme')
    expect(survive([said(' ', later)])).toBeUndefined()
    expect(survive([])).toBeUndefined()
  })

  it('is the newer among equal evidence', () => {
    expect(survive([said('Acme'), said('Umbrela', later)])?.value).toBe('Umbrela')
    expect(survive([said('Acme', later), said('Umbrela')])?.value).toBe('Acme')
  })

  it('is the typed over the derived over the inferred, even when older', () => {
    expect(survive([said('Ana'), said('Anna', { ...later, how: 'derived' })])?.value).toBe('Ana')
    expect(survive([said('BR', { how: 'derived' }), said('PT', { ...later, how: 'inferred' })])?.value).toBe('BR')
  })

  it('is a full name over initials and a person over a team', () => {
    const named = (value: string, extra = {}) => said(value, { fullness: nameFullness(value), ...extra })
    expect(survive([named('Ana Prado'), named('A. P.', later)])?.value).toBe('Ana Prado')
    expect(survive([named('Ana Prado'), named('Ana Lima', later)])?.value).toBe('Ana Lima')
    const mailed = (value: string, extra = {}) => said(value, { fullness: mailboxFullness(value), ...extra })
    expect(survive([mailed('ana@example.com'), mailed('vendas@example.com', later)])?.value).toBe('ana@example.com')
  })

  it('is the same for any order and any repetition', () => {
    const one = fc.record({
      value: fc.constantFrom('', ' ', 'Ana', 'Rui', 'Eva'),
      at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
      submissionId: fc.constantFrom('s1', 's2'),
      how: fc.constantFrom('typed' as const, 'derived' as const, 'inferred' as const),
      fullness: fc.constantFrom(0, 1, 2),
    })
    const shuffledPair = fc
      .array(one, { maxLength: 6 })
      .chain(values =>
        fc.tuple(fc.constant(values), fc.shuffledSubarray([...values, ...values], { minLength: 2 * values.length })),
      )
    fc.assert(
      fc.property(shuffledPair, ([values, shuffled]) => {
        expect(survive(shuffled)).toEqual(survive(values))
      }),
      { numRuns: 500 },
    )
  })

  it('keeps the parts of a name together', () => {
    expect(isBlank({ firstName: '', lastName: undefined })).toBe(true)
    expect(isBlank({ firstName: 'Ana', lastName: '' })).toBe(false)
  })
})

describe('a field that another system owns', () => {
  it.each([
    ['never', 'Ana', '', 'leave'],
    ['onlyWhenEmpty', 'Ana', '', 'write'],
    ['onlyWhenEmpty', 'Ana', 'Rui', 'leave'],
    ['onlyWhenEmpty', 'Ana', undefined, 'leave'],
    ['whenPresent', 'Ana', 'Rui', 'write'],
    ['whenPresent', ' ', 'Rui', 'leave'],
    ['whenPresent', 'Rui', 'Rui', 'leave'],
    ['always', '', 'Rui', 'write'],
    ['always', 'Rui', 'Rui', 'leave'],
  ] as const)('%s, ours %j and theirs %j: %s', (policy, ours, theirs, kind) => {
    expect(ownerWrite(policy, ours, theirs).kind).toBe(kind)
  })
})
