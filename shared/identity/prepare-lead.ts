// Takes a lead's profile apart into what comparing needs, once a lead, so that a comparison folds nothing again.
// Trusts that the profile is normalized; takes anything as text. Promises: never throws; bounded work.

import { isFreeMailbox, isRoleMailbox } from '../normalize/mailbox-kind.ts'
import { registrableDomain } from '../normalize/registrable-domain.ts'
import { addressWords } from './address-words.ts'
import { companyWords } from './company-words.ts'
import { foldText } from './fold-text.ts'
import { type Generation, generationOf } from './generation.ts'
import { emailMatchKey } from './match-keys.ts'
import { isPlaceholderMailbox, isPlaceholderPhone } from './placeholder-contact.ts'
import { personWords } from './same-person-name.ts'

/** The fields of a profile that tell who somebody is. */
export interface Comparable {
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly fullName?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly company?: string | undefined
  readonly website?: string | undefined
  readonly address?: string | undefined
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly postalCode?: string | undefined
  readonly country?: string | undefined
}

export interface PreparedEmail {
  readonly key: string
  readonly local: string
  readonly domain: string
  /** Read by whoever does the job, so it names nobody. */
  readonly role: boolean
  readonly free: boolean
}

export interface PreparedLead {
  /** Folded words of the given names, and of the family names without particles. */
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly generation?: Generation
  readonly email?: PreparedEmail
  /** The last eight digits: they are one line in Brazil with and without the ninth digit, and elsewhere with any prefix. */
  readonly phone?: string
  readonly company: readonly string[]
  /** The company's own domain: of the website, else of a mailbox that is not at a free service. */
  readonly domain?: string
  readonly address: readonly string[]
  readonly city: string
  readonly state: string
  readonly postalCode: string
  readonly country: string
  /** All of the above as one text: by it a pair has one order, so comparing is the same both ways. */
  readonly order: string
}

export function prepareLead(lead: Comparable): PreparedLead {
  const { given, family } = nameParts(lead)
  const generation = generationOf(lead.lastName ?? '') ?? generationOf(lead.fullName ?? '')
  const email = prepareEmail(lead.email)
  const phone = phoneTail(lead.phone)
  const domain = siteDomain(lead.website) ?? (email && !email.free ? registrableDomain(email.domain) : undefined)
  const prepared = {
    given,
    family,
    ...(generation ? { generation } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    company: lead.company ? companyWords(lead.company, lead.country) : [],
    ...(domain ? { domain } : {}),
    address: lead.address ? addressWords(lead.address) : [],
    city: foldText(lead.city ?? ''),
    state: foldText(lead.state ?? ''),
    postalCode: foldText(lead.postalCode ?? '').replaceAll(' ', ''),
    country: foldText(lead.country ?? ''),
  }
  return { ...prepared, order: JSON.stringify(prepared) }
}

/** First and last name where sent; else the first word and the rest. The full name gives what the two leave out. */
function nameParts({ firstName, lastName, fullName }: Comparable): {
  given: readonly string[]
  family: readonly string[]
} {
  const given = wordsOf(firstName)
  const family = wordsOf(lastName)
  const full = wordsOf(fullName)
  if (given.length === 0 && family.length === 0) return { given: full.slice(0, 1), family: full.slice(1) }
  const others = full.filter(word => !given.includes(word) && !family.includes(word))
  return { given: [...given, ...others], family }
}

const wordsOf = (name: string | undefined): readonly string[] => (name ? personWords(name) : [])

function prepareEmail(raw: string | undefined): PreparedEmail | undefined {
  const text = raw?.slice(0, 320).trim().toLowerCase() ?? ''
  const at = text.lastIndexOf('@')
  if (at < 1 || isPlaceholderMailbox(text)) return undefined
  return {
    key: emailMatchKey(text),
    local: text.slice(0, at).replace(/\+.*$/, ''),
    domain: text.slice(at + 1),
    role: isRoleMailbox(text),
    free: isFreeMailbox(text),
  }
}

/** Shorter is an extension or a slip. */
const phoneDigitsMin = 6

function phoneTail(raw: string | undefined): string | undefined {
  const digits = raw?.slice(0, 64).replace(/\D/g, '') ?? ''
  return digits.length < phoneDigitsMin || isPlaceholderPhone(digits) ? undefined : digits.slice(-8)
}

function siteDomain(raw: string | undefined): string | undefined {
  const host = raw
    ?.slice(0, 300)
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[/?#:].*$/s, '')
  return host ? registrableDomain(host) : undefined
}
