// `npm run check:blocklists`: holds our addresses against the rules of content blockers, as an npm package ships them.
// AdGuard's base filter contains EasyList, its tracking protection EasyPrivacy (AdGuard knowledge base, read 2026-11-24).
// The package is 25 MB and needed for nothing else, so it is fetched into a folder that is thrown away.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { debugPath, leadsPath } from '../shared/wire.ts'
import { type BlockRule, isBlockedBy, type OurRequest } from './url-filter.ts'

const rulesPackage = '@adguard/dnr-rulesets@3.3.20260320140136'
const lists = { 'EasyList and AdGuard base': 2, 'EasyPrivacy and AdGuard tracking': 3 }

// A host that says what it is for, as a company would name it.
const origin = 'https://leads.example.com'
const requests: readonly OurRequest[] = [
  { url: `${origin}/lc.js`, type: 'script' },
  { url: `${origin}${debugPath}`, type: 'script' },
  { url: `${origin}/lc.0123456789.js`, type: 'script' },
  { url: `${origin}${leadsPath}?k=pk_live_demo`, type: 'xmlhttprequest' },
  { url: `${origin}${leadsPath}?k=pk_live_demo`, type: 'ping' },
]

/** Blocked by the second list for sure: if it is not, the rules were not read and the verdict is worth nothing. */
const control: OurRequest = { url: 'https://www.google-analytics.com/analytics.js', type: 'script' }
let isControlBlocked = false

const folder = mkdtempSync(join(tmpdir(), 'blocklists-'))
let blocked = 0
try {
  const [file = ''] = execFileSync('npm', ['pack', '--silent', rulesPackage], { cwd: folder, encoding: 'utf8' }).split(
    '\n',
  )
  for (const [name, number] of Object.entries(lists)) {
    const path = `package/dist/filters/declarative/ruleset_${number}/ruleset_${number}.json`
    execFileSync('tar', ['-xzf', file, path], { cwd: folder })
    const rules: readonly BlockRule[] = JSON.parse(readFileSync(join(folder, path), 'utf8'))
    isControlBlocked ||= rules.some(rule => isBlockedBy(rule, control))
    for (const request of requests) {
      const rule = rules.find(rule => isBlockedBy(rule, request))
      if (rule) blocked += 1
      const verdict = rule ? `blocked by ${JSON.stringify(rule.condition)}` : 'not blocked'
      console.log(`${name} (${rules.length} rules): ${request.type} ${request.url}: ${verdict}`)
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
if (!isControlBlocked) throw new Error(`no rule blocks ${control.url}: the rules were not read`)
process.exitCode = blocked ? 1 : 0
