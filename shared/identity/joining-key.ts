// The one key by which a submission joins a lead at once, inside the transaction that accepts it. It is exact, and each
// submission has at most one, so that the order of arrival has no say in which submissions are one lead. Whatever is only
// alike is compared afterwards (match-leads.ts).

import { isRoleMailbox } from '../normalize/mailbox-kind.ts'
import { generationOf } from './generation.ts'
import { emailMatchKey, phoneMatchKey } from './match-keys.ts'
import { isPlaceholderMailbox, isPlaceholderPhone } from './placeholder-contact.ts'
import { personWords } from './same-person-name.ts'

/** The fields of a profile that a joining key is made of. */
export interface Joinable {
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly fullName?: string | undefined
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly phoneExtension?: string | undefined
}

/** `email`: a personal mailbox. `named`: a mailbox or line that several people may answer, and the name that was given. */
export interface JoiningKey {
  readonly kind: 'email' | 'named'
  readonly text: string
}

/** Undefined for a lead that has neither e-mail nor phone, or only what is nobody's: it is a lead of its own. */
export function joiningKey(profile: Joinable): JoiningKey | undefined {
  const { email, phone, phoneExtension = '' } = profile
  if (email && !isPlaceholderMailbox(email.trim().toLowerCase())) {
    const text = emailMatchKey(email)
    return isRoleMailbox(email) ? { kind: 'named', text: named(text, profile) } : { kind: 'email', text }
  }
  if (!phone || isPlaceholderPhone(phone.trim())) return undefined
  return { kind: 'named', text: named(`${phoneMatchKey(phone)} ${phoneExtension}`, profile) }
}

function named(reached: string, { firstName = '', lastName = '', fullName = '' }: Joinable): string {
  const name = fullName || `${firstName} ${lastName}`
  return JSON.stringify([reached, ...personWords(name), generationOf(name)].filter(part => part !== undefined))
}
