// The pure core under the names that a scorer of labelled rows calls it by. One line of translation a function.

export { blockKeys } from '../shared/identity/block-keys.ts'

import { emailMatchKey as matchKeyOf } from '../shared/identity/match-keys.ts'
import { matchLeads as matchPrepared } from '../shared/identity/match-leads.ts'
import { type Comparable, type PreparedLead, prepareLead as prepare } from '../shared/identity/prepare-lead.ts'
import { sameCompanyName as isSameCompany } from '../shared/identity/same-company-name.ts'
import { sameGivenName as isSameGivenName } from '../shared/identity/same-given-name.ts'
import { samePersonName as isSamePerson } from '../shared/identity/same-person-name.ts'
import { normalizeCompany as readCompany } from '../shared/normalize/company.ts'
import { normalizeCountry as readCountry } from '../shared/normalize/country.ts'
import { normalizeEmail as readEmail } from '../shared/normalize/email.ts'
import { normalizeIndustry as readIndustry } from '../shared/normalize/industry.ts'
import { suggestEmailDomain as suggestDomain } from '../shared/normalize/mistyped-domain.ts'
import { normalizePersonName } from '../shared/normalize/person-name.ts'
import { normalizePhone as readPhone } from '../shared/normalize/phone.ts'
import { registrableDomain as domainOf } from '../shared/normalize/registrable-domain.ts'
import { isBot as isProgram } from '../shared/source/bots.ts'
import { classifySource as classify } from '../shared/source/classify-source.ts'
import { sourceCategory as categoryOf } from '../shared/source/source-category.ts'

/** Rows may hold anything; the product turns values into text before its normalizers see them. */
const text = (value: unknown): string => (typeof value === 'string' ? value : String(value))

export function normalizePhone(raw: unknown, country?: string) {
  const read = readPhone(text(raw), { region: country })
  if (!read.ok) return null
  const { e164, extension, country: code, type } = read.value
  return { e164, valid: true, ext: extension, country: code, type }
}

export function normalizeEmail(raw: unknown) {
  const read = readEmail(text(raw))
  // An address taken out of other text is kept as a lead's; the text itself is no address.
  return read.ok ? { email: read.value.email, valid: !read.value.unwrapped } : null
}

export function emailMatchKey(raw: unknown): string | null {
  const sent = text(raw)
  const read = readEmail(sent)
  // Operators look people up by what they typed, valid or not.
  if (read.ok) return matchKeyOf(read.value.email)
  return /.@./.test(sent) ? matchKeyOf(sent) : null
}

export const suggestEmailDomain = (raw: unknown): string | null => suggestDomain(text(raw))

export const registrableDomain = (host: unknown): string | null => domainOf(text(host)) ?? null

export function normalizeCountry(raw: unknown): string | null {
  const read = readCountry(text(raw))
  return read.ok ? read.value : null
}

export const normalizeName = (raw: unknown): string => normalizePersonName(text(raw))

export const normalizeCompany = (raw: unknown, country?: string) => readCompany(text(raw), country)

export const normalizeIndustry = (raw: unknown) => readIndustry(text(raw))

export const classifySource = (arrival: { readonly url: unknown; readonly referrer: unknown }) => classify(arrival)
export const sourceCategory = (source: unknown) => categoryOf(text(source))
export const isBot = (userAgent: unknown): boolean => isProgram(text(userAgent))

export const sameGivenName = (a: unknown, b: unknown): boolean => isSameGivenName(text(a), text(b))
export const samePersonName = (a: unknown, b: unknown): boolean => isSamePerson(text(a), text(b))
export const sameCompanyName = (a: unknown, b: unknown): boolean => isSameCompany(text(a), text(b))

/** A lead has no date of birth and no national number, so rows that have them lose them here. */
export function prepareLead(row: Comparable): PreparedLead {
  const email = row.email ? readEmail(row.email) : undefined
  const phone = row.phone ? readPhone(row.phone, { region: row.country }) : undefined
  return prepare({
    ...row,
    email: email?.ok ? email.value.email : undefined,
    phone: phone?.ok ? phone.value.e164 : row.phone,
  })
}

export const matchLeads = (a: PreparedLead, b: PreparedLead) => ({ decision: matchPrepared(a, b).outcome })
