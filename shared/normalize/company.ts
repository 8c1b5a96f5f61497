// Reads a company's name: how to show it, and its base for comparing, which is the name without its legal form.
// Promises: never throws; the same from its own output; at most `nameCharsMax` characters. The sender's spelling is kept
// but for white space, and for the case of a name that is all capitals or has none.

import { cleanLine, cutText } from './clean-text.ts'
import { companyCase } from './company-case.ts'
import { splitLegalForm } from './legal-form.ts'

export interface CompanyName {
  /** As the sender wrote it, made readable. */
  readonly display: string
  /** Lower case, without the legal form. Accents and signs stay: how much they matter is for whoever compares. */
  readonly base: string
  /** The letters of the legal form, without accents and signs: `sadecv`, `ltda`. */
  readonly legalForm?: string
}

/** Registers allow less (Companies House: 160); a longer text is no name. */
const nameCharsMax = 240
/** What is looked at before white space is taken out. */
const rawCharsMax = 4_000

/** @param country ISO 3166-1 alpha-2 where known: it decides what a short ending ("AS", "SC", "CA") means */
export function normalizeCompany(raw: string, country?: string): CompanyName {
  const display = companyDisplay(raw)
  const { base, legalForm } = splitLegalForm(display, country?.toUpperCase())
  return { display, base: withoutTaxId(base).normalize('NFC').toLowerCase(), ...(legalForm ? { legalForm } : {}) }
}

/**
 * Brazil names a sole trader by the person and a tax number: the root of the company's in front, formerly the person's own
 * behind ("12.345.678 João da Silva", "João da Silva 12345678901"). Only where the rest is words without figures.
 */
const withoutTaxId = (base: string): string =>
  base.replace(/^\d{2}\.\d{3}\.\d{3} (?=\D+$)/, '').replace(/^(\D+) (?:\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2})$/, '$1')

/** The name to show, alone: its legal form costs more to find than all the rest. */
export const companyDisplay = (raw: string): string =>
  companyCase(cutText(cleanLine(cutText(raw, rawCharsMax)), nameCharsMax).trim())
