import { getDomain } from 'tldts'
import { expect, it } from 'vitest'
import { registrableDomain } from '../../shared/normalize/registrable-domain.ts'
import { publicSuffixList } from './public-suffix-list.ts'

const isMisread = (host: string) =>
  registrableDomain(host) !== (getDomain(host, { allowPrivateDomains: true, extractHostname: false }) ?? undefined)

const { names, exceptions } = await publicSuffixList()
const listed = [...names.map(({ name }) => name.replace('*', 'example')), ...exceptions]

// Fails when tldts has a newer list than the table: then run `node local/tables/build-public-suffixes.ts`.
it('reads every name of the public suffix list as tldts does', () => {
  expect(listed.length).toBeGreaterThan(10_000)
  expect(listed.filter(isMisread)).toEqual([])
})

it('takes at most one unlisted name in 1,000 for a suffix, anywhere in the list', () => {
  const hosts = listed.flatMap(name => [`www.${name}`, `a.lead-capture.${name}`])
  expect(hosts.filter(isMisread).length).toBeLessThanOrEqual(hosts.length / 1_000)
})

it('takes at most one unlisted name in 20,000 for a suffix where most hosts are', () => {
  const suffixes = ['com', 'com.br', 'com.mx', 'de', 'co.uk', 'pt']
  const hosts = suffixes.flatMap(suffix =>
    Array.from({ length: 25_000 }, (_, at) => `www.lead-capture-${at}.${suffix}`),
  )
  expect(hosts.filter(isMisread).length).toBeLessThanOrEqual(hosts.length / 20_000)
})
