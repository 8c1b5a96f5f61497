import { expect, it } from 'vitest'
import { type BlockRule, isBlockedBy } from './url-filter.ts'

const script = { url: 'https://leads.example.com/lc.js', type: 'script' } as const
const beacon = { url: 'https://leads.example.com/v1/leads?k=pk_live_demo', type: 'ping' } as const
const rule = (condition: BlockRule['condition'], type = 'block'): BlockRule => ({ action: { type }, condition })

it.each([
  '/lc.js',
  '||example.com^',
  '|https://leads.',
  'lc.js|',
  '/l*.js',
  '||leads.example.com/lc',
  '.com^lc.js^',
  '/LC.JS',
])('the filter %s stops the script', urlFilter => expect(isBlockedBy(rule({ urlFilter }), script)).toBe(true))

it.each(['/lc2.js', '||ample.com^', '|http://leads.', 'lc|', '/lc^js', '||leads.example.com/x'])(
  'the filter %s lets the script through',
  urlFilter => expect(isBlockedBy(rule({ urlFilter }), script)).toBe(false),
)

it('reads expressions, and the kinds of request that a rule is for', () => {
  expect(isBlockedBy(rule({ regexFilter: '/v\\d/leads\\?' }), beacon)).toBe(true)
  expect(isBlockedBy(rule({ urlFilter: '/v1/leads', resourceTypes: ['script'] }), beacon)).toBe(false)
  expect(isBlockedBy(rule({ urlFilter: '/v1/leads', excludedResourceTypes: ['ping'] }), beacon)).toBe(false)
})

it('leaves out rules for the pages of sites by name, and rules that block nothing', () => {
  expect(isBlockedBy(rule({ urlFilter: '/lc.js', initiatorDomains: ['news.example'] }), script)).toBe(false)
  expect(isBlockedBy(rule({ urlFilter: '/lc.js', domainType: 'firstParty' }), script)).toBe(false)
  expect(isBlockedBy(rule({ urlFilter: '/lc.js' }, 'allow'), script)).toBe(false)
})
