// The keys by which a person who wants to be forgotten is found. A number may be typed as at home: who writes the
// request down rarely knows the country that the lead named, and an erasure that reaches nobody looks like any other.

import * as z from 'zod/mini'
import { emailMatchKey, phoneMatchKey } from '../../shared/identity/match-keys.ts'
import { normalizeEmail } from '../../shared/normalize/email.ts'
import { normalizePhone } from '../../shared/normalize/phone.ts'
import { phoneMetadata } from '../../shared/normalize/phone-plans.ts'
import type { Env } from '../env.ts'
import type { MatchKey } from '../ledger/accept.ts'
import { ledgerOf } from '../platform/objects.ts'
import { mac, macs } from '../privacy/blind-index.ts'
import type { Site } from '../receive/sites.ts'
import { sitesInOrder } from './read-lists.ts'

const isEmail = (text: string) => normalizeEmail(text).ok
const isPhone = (text: string, country: string | undefined) =>
  (country === undefined ? countries() : [country]).some(region => normalizePhone(text, { region }).ok)

// What cannot be read is nobody's address: refused, so that nobody takes the answer for an erasure.
export const subjectShape = z
  .strictObject({
    email: z.optional(z.string().check(z.minLength(1), z.maxLength(320), z.refine(isEmail))),
    phone: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
    /** Whose national number `phone` is. */
    country: z.optional(z.string().check(z.refine(country => countries().includes(country)))),
  })
  .check(
    z.refine(subject => subject.email !== undefined || subject.phone !== undefined),
    z.refine(({ phone, country }) => phone === undefined || isPhone(phone, country), { path: ['phone'] }),
  )

export type Subject = z.output<typeof subjectShape>

/** The keys to erase by, site by site. */
export async function subjectKeys(env: Env, subject: Subject): Promise<{ site: Site; keys: readonly MatchKey[] }[]> {
  const { email, phone } = subject
  const sites = sitesInOrder(env)
  const read = email === undefined ? undefined : normalizeEmail(email)
  const emails = read?.ok
    ? [{ kind: 'email' as const, mac: await mac(env, 'email', emailMatchKey(read.value.email)) }]
    : []
  const phones = phone === undefined ? [] : await phoneKeys(env, sites, { phone, country: subject.country })
  return sites.map((site, at) => ({ site, keys: [...emails, ...(phones[at] ?? [])] }))
}

/** For each site. The site's own country is meant first; where the number is nobody's there, the one that it has. */
async function phoneKeys(
  env: Env,
  sites: readonly Site[],
  { phone, country }: { phone: string; country: string | undefined },
): Promise<readonly (readonly MatchKey[])[]> {
  const atHome = await Promise.all(
    sites.map(async site => keysOf(env, e164sOf(phone, [country ?? site.defaultCountry]))),
  )
  if (country !== undefined || normalizePhone(phone, {}).ok) return atHome
  const known = await Promise.all(sites.map((site, at) => ledgerOf(env, site).keysInUse(atHome[at] ?? [])))
  if (known.flat().length > 0) return atHome
  const abroad = await keysOf(env, e164sOf(phone, countries()))
  const inUse = (await Promise.all(sites.map(site => ledgerOf(env, site).keysInUse(abroad)))).flat()
  // Of several persons one has asked, and nothing tells which.
  const [first] = inUse
  return first !== undefined && inUse.every(at => at === first)
    ? sites.map(() => abroad.slice(first, first + 1))
    : atHome
}

const keysOf = async (env: Env, e164s: readonly string[]): Promise<MatchKey[]> =>
  (await macs(env, 'phone', e164s.map(phoneMatchKey))).map(mac => ({ kind: 'phone', mac }))

function e164sOf(phone: string, regions: readonly string[]): string[] {
  const found = new Set<string>()
  for (const region of regions) {
    const read = normalizePhone(phone, { region })
    if (read.ok) found.add(read.value.e164)
  }
  return [...found]
}

const countries = () => Object.keys(phoneMetadata().countries)
