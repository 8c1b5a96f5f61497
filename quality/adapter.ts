// The pure core under the names that a scorer of labelled rows calls it by. One line of translation a function.

import { emailMatchKey as matchKeyOf } from '../shared/identity/match-keys.ts'
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
