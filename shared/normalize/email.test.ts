import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailMatchKey } from '../identity/match-keys.ts'
import { normalizeEmail } from './email.ts'

const email = (raw: string) => {
  const result = normalizeEmail(raw)
  return result.ok ? result.value.email : result.error
}
const issues = (raw: string) => {
  const result = normalizeEmail(raw)
  return result.ok ? result.value.issues : result.error
}

describe('normalizeEmail', () => {
  it.each([
    ['  ANA@Ex.Com.BR\n', 'ana@ex.com.br'],
    ['\u00a0\u200bana@example.com\ufeff', 'ana@example.com'],
    ['mailto:ana@example.com?subject=Hi', 'ana@example.com'],
    ['Ana Silva <Ana@example.com>', 'ana@example.com'],
    ['ana@example.com, bia@example.com', 'ana@example.com'],
    ['ana@example.com;', 'ana@example.com'],
    ["'ana@example.com'", 'ana@example.com'],
    ['ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ana@example.com'],
    ['ana@example.com.', 'ana@example.com'],
    ['ana @example.com', 'ana@example.com'],
    ['ana@ example.com', 'ana@example.com'],
    ['ana @ example .com.br', 'ana@example.com.br'],
    ['Ana@example. Com', 'ana@example.com'],
    ["o'brien+demo@sub.example.co.uk", "o'brien+demo@sub.example.co.uk"],
  ])('reads %j', (raw, expected) => {
    expect(email(raw)).toBe(expected)
  })

  it.each([
    ['', 'blank'],
    ['ana', 'no_at'],
    ['@example.com', 'no_at'],
    ['ana@', 'domain_without_dot'],
    ['ana@localhost', 'domain_without_dot'],
    ['ana@example..com', 'domain_invalid'],
    ['ana@-example.com', 'domain_invalid'],
    ['ana@example.123', 'domain_invalid'],
    ['ana@example.c', 'domain_invalid'],
    ['ana@exa_mple.com', 'domain_invalid'],
    ['a..na@example.com', 'local_invalid'],
    ['.ana@example.com', 'local_invalid'],
    ['ana silva@example.com', 'local_invalid'],
    ['ana@bia@example.com', 'local_invalid'],
    ['maria ana @example.com', 'local_invalid'],
    ['insta @ana.silva', 'local_invalid'],
    ['ana@example.com. Obrigado', 'domain_invalid'],
    ['ana@example.com obrigado', 'domain_invalid'],
    ['ana@exam ple.com', 'domain_invalid'],
    ['"ana"@example.com', 'local_quoted'],
    ['x'.repeat(2_000), 'too_long'],
  ])('refuses %j', (raw, reason) => {
    expect(email(raw)).toBe(reason)
  })

  it('counts the local part in octets: 64 are accepted, 65 are not', () => {
    expect(email(`${'a'.repeat(64)}@ex.co`)).toContain('@ex.co')
    expect(email(`${'a'.repeat(65)}@ex.co`)).toBe('local_too_long')
    expect(email(`${'ã'.repeat(32)}@ex.co`)).toContain('@ex.co')
    expect(email(`${'ã'.repeat(33)}@ex.co`)).toBe('local_too_long')
  })

  it('accepts an address of 254 octets and refuses one of 255', () => {
    const of = (length: number) => `a@${`${'b'.repeat(49)}.`.repeat(5)}`.padEnd(length, 'c')
    expect(email(of(254))).toHaveLength(254)
    expect(email(of(255))).toBe('too_long')
  })

  it('says when the address was only a part of the text', () => {
    const inText = normalizeEmail('Ana <ana@example.com>')
    const alone = normalizeEmail(' ana@example.com ')
    expect(inText.ok && inText.value.unwrapped).toBe(true)
    expect(alone.ok && alone.value.unwrapped).toBeUndefined()
  })

  it('counts a domain of other letters in the form that mail uses', () => {
    expect(email(`ana@${'中'.repeat(15)}.com`)).toContain('@')
    expect(email(`ana@${'中1'.repeat(20)}.com`)).toBe('domain_invalid')
  })

  it.each([
    ['ana@münchen.example', 'ana@xn--mnchen-3ya.example'],
    ['Ana@MÜNCHEN.example', 'ana@xn--mnchen-3ya.example'],
    ['ana@xn--mnchen-3ya.example', 'ana@xn--mnchen-3ya.example'],
    ['ana@mu\u0308nchen.example', 'ana@xn--mnchen-3ya.example'],
    ['joão@ação.com.br', 'joão@xn--ao-siap.com.br'],
  ])('gives the domain of %j in ASCII, so that both of its forms are one mailbox', (raw, expected) => {
    expect(email(raw)).toBe(expected)
    expect(emailMatchKey(email(raw))).toBe(expected)
  })

  it('says that the domain was written in ASCII', () => {
    const result = normalizeEmail('ana@münchen.example')
    expect(result.ok && result.value.changes.map(step => step.rule)).toEqual(['ascii_domain'])
  })

  it('accepts what was likely mistyped as it is, and says so', () => {
    expect(issues('ana@gmial.com')).toEqual(['email_likely_mistyped'])
    expect(email('ana@gmial.com')).toBe('ana@gmial.com')
  })

  it('accepts other scripts and says so', () => {
    expect(issues('joão@exemplo.com.br')).toEqual(['email_non_ascii'])
    expect(issues('ana@exämple.com')).toEqual(['email_non_ascii'])
    expect(issues('почта@пример.рф')).toEqual(['email_non_ascii'])
    expect(issues('ana@example.com')).toEqual([])
  })

  it('marks Latin letters mixed with look-alikes in one word', () => {
    expect(issues('аna@example.com')).toEqual(['email_non_ascii', 'mixed_script'])
    expect(issues('ana@gοogle.com')).toEqual(['email_non_ascii', 'mixed_script'])
    expect(issues('анна@example.com')).toEqual(['email_non_ascii'])
  })

  it('records each step', () => {
    const result = normalizeEmail(' Ana@Example.com')
    expect(result.ok && result.value.changes.map(step => step.rule)).toEqual(['trimmed', 'lower_cased'])
  })

  it('never throws, and gives what it reads again unchanged, for any text', () => {
    const part = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    const like = fc.tuple(part, part).map(([a, b]) => `${a}@${b}.com`)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), like), raw => {
        const first = email(raw)
        if (!first.includes('@')) return
        expect(email(first)).toBe(first)
        expect(emailMatchKey(first)).toBe(emailMatchKey(emailMatchKey(first)))
        expect(first.slice(first.lastIndexOf('@'))).toMatch(/^[!-~]+$/)
        expect(first).not.toMatch(/[\p{Cc}\s\u202a-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 300 },
    )
  })
})
