import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeWebsite } from './website.ts'

const website = (raw: string) => {
  const read = normalizeWebsite(raw)
  return read.ok ? `${read.value.url} of ${read.value.registrableDomain}` : read.error
}

describe('normalizeWebsite', () => {
  it.each([
    ['www.Example.com.br', 'https://www.example.com.br of example.com.br'],
    ['http://example.com/', 'http://example.com of example.com'],
    ['https//example.com/loja/', 'https://example.com/loja of example.com'],
    ['<https://example.com/loja?utm_source=x#topo>.', 'https://example.com/loja of example.com'],
    ['example.com / example.org', 'https://example.com of example.com'],
    ['münchen.example.de', 'https://xn--mnchen-3ya.example.de of example.de'],
    ['ana.github.io', 'https://ana.github.io of ana.github.io'],
    ['example.com:8443/x', 'https://example.com:8443/x of example.com'],
  ])('reads %j', (raw, expected) => {
    expect(website(raw)).toBe(expected)
  })

  it.each([
    ['', 'blank'],
    ['n/a', 'placeholder'],
    ['Não temos site', 'placeholder'],
    ['no tengo', 'placeholder'],
    ['https://', 'placeholder'],
    ['ana@example.com', 'is_email'],
    ['https://ana:pass@example.com', 'is_email'],
    ['gmail.com', 'mail_service'],
    ['192.0.2.1', 'not_a_website'],
    ['http://[::1]/', 'not_a_website'],
    ['localhost', 'not_a_website'],
    ['com.br', 'not_a_website'],
    ['example..com', 'not_a_website'],
    ['exa_mple.com', 'not_a_website'],
    ['ftp://example.com', 'not_a_website'],
    ['javascript:alert(1)', 'not_a_website'],
    ['x'.repeat(2_049), 'too_long'],
  ])('refuses %j', (raw, reason) => {
    expect(website(raw)).toBe(reason)
  })

  it('marks a page on a network, whose domain is no company', () => {
    const page = normalizeWebsite('instagram.com/example')
    const own = normalizeWebsite('example.com/instagram')
    expect(page.ok && page.value.platform).toBe(true)
    expect(own.ok && own.value.platform).toBeUndefined()
  })

  it('never throws, and gives what it reads again unchanged, for any text', () => {
    const like = fc.tuple(fc.webUrl({ withQueryParameters: true }), fc.string({ maxLength: 6 })).map(([a, b]) => a + b)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), like), raw => {
        const read = normalizeWebsite(raw)
        if (read.ok) expect(website(read.value.url)).toBe(`${read.value.url} of ${read.value.registrableDomain}`)
      }),
      { numRuns: 500 },
    )
  })
})
