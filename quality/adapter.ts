// The pure core under the names that a scorer of labelled rows calls it by. One line of translation a function.

import { emailMatchKey as matchKeyOf } from '../shared/identity/match-keys.ts'
import { normalizeCountry as readCountry } from '../shared/normalize/country.ts'
import { normalizeEmail as readEmail } from '../shared/normalize/email.ts'
import { normalizePersonName } from '../shared/normalize/person-name.ts'
import { normalizePhone as readPhone } from '../shared/normalize/phone.ts'

/** Rows may hold anything; the product turns values into text before its normalizers see them. */
const text = (value: unknown): string => (typeof value === 'string' ? value : String(value))

export function normalizePhone(raw: unknown, country?: string) {
  const read = readPhone(text(raw), { region: country })
  return read.ok ? { e164: read.value.e164, valid: true, ext: read.value.extension } : null
}

export function normalizeEmail(raw: unknown) {
  const read = readEmail(text(raw))
  return read.ok ? { email: read.value.email, valid: true } : null
}

export function emailMatchKey(raw: unknown): string | null {
  const read = readEmail(text(raw))
  return read.ok ? matchKeyOf(read.value.email) : null
}

export function normalizeCountry(raw: unknown): string | null {
  const read = readCountry(text(raw))
  return read.ok ? read.value : null
}

export const normalizeName = (raw: unknown): string => normalizePersonName(text(raw))
