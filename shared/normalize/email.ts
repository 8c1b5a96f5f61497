// Reads an e-mail address as people type and paste it. Promises: trimmed, lower case, NFC, the domain in ASCII (RFC 5890):
// mail goes there, CRMs take no other form, and browsers send it from `type=email` already. An address it returns is
// returned unchanged when read again. Addresses of other scripts are accepted and marked, since they exist.

import { emailBytesMax, emailLocalBytesMax } from '../limits.ts'
import { err, ok, type Result } from '../result.ts'
import { cleanLine } from './clean-text.ts'
import { isLikelyMistyped } from './mistyped-domain.ts'
import { hasKnownSuffix } from './registrable-domain.ts'
import { type Step, take } from './step.ts'
import { parseHttpUrl } from './url.ts'

export type EmailProblem =
  | 'blank'
  | 'no_at'
  | 'local_invalid'
  | 'local_quoted'
  | 'local_too_long'
  | 'domain_invalid'
  | 'domain_without_dot'
  | 'too_long'

/** What is odd about an address that is accepted all the same. */
export type EmailIssue = 'email_likely_mistyped' | 'email_non_ascii' | 'mixed_script'

export interface NormalizedEmail {
  readonly email: string
  readonly issues: readonly EmailIssue[]
  readonly changes: readonly Step[]
  /** The address was found inside other text (`Ana <ana@…>`, `mailto:`); as it was sent it is no address. */
  readonly unwrapped?: true
}

/** Longest text looked at: an address with a display name in front of it. */
const rawCharsMax = 1_024

export function normalizeEmail(raw: string): Result<NormalizedEmail, EmailProblem> {
  const changes: Step[] = []
  if (raw.length > rawCharsMax) return err('too_long')
  const trimmed = take(changes, 'trimmed', raw, cleanLine(raw))
  const bare = take(changes, 'unwrapped', trimmed, unwrap(trimmed))
  const typed = take(changes, 'lower_cased', bare, bare.toLowerCase().normalize('NFC'))
  // The octets as sent count as well: composing letters makes an address shorter than the one mail would go to.
  const problem = utf8Bytes(bare) > emailBytesMax ? 'too_long' : findProblem(typed)
  if (problem) return err(problem)
  const email = take(changes, 'ascii_domain', typed, withAsciiDomain(typed))
  const issues: EmailIssue[] = []
  if (isLikelyMistyped(email.slice(email.lastIndexOf('@') + 1))) issues.push('email_likely_mistyped')
  if (/[^ -~]/.test(typed)) {
    issues.push('email_non_ascii')
    if (typed.split(/[@.]/).some(mixesScripts)) issues.push('mixed_script')
  }
  return ok({ email, issues, changes, ...(bare === trimmed ? {} : { unwrapped: true }) })
}

/** The address inside `mailto:…?…`, `Ana <ana@…>` or quotes, or before a comma, a semicolon or a last dot. */
function unwrap(text: string): string {
  // A keyboard in full-width mode writes the at sign so too.
  const typed = text.includes('@') ? text : text.normalize('NFKC')
  const inAngles = /^[^<>]*<\s*([^<>\s]+)\s*>[\s,;.]*$/.exec(typed)?.[1] ?? typed
  const isLink = /^mailto:/i.test(inAngles)
  const linked = isLink ? inAngles.slice('mailto:'.length).split('?', 1).join('').trim() : inAngles
  const bare = linked.replace(/^['“‘]([^'“”‘’]+)['”’]$/, '$1')
  const [first = '', ...others] = bare.includes('"') ? [bare] : bare.split(/[,;]/)
  const one = others.every(other => other.trim() === '' || other.includes('@')) ? first.trim() : bare
  return withoutBlanks(one.replace(/\.+$/, ''))
}

/** Keyboards put a blank beside signs: `ana @exemplo.com`, `ana@exemplo. com`. Two words in front are no address. */
function withoutBlanks(text: string): string {
  const joined = text.replace(/ ?@ ?/, '@').replace(/ (?=\.\S+$)|(?<=\.) (?=(?:com|net|org|br)(?:\.[a-z]{2})?$)/gi, '')
  // `insta @ana.silva` is a name somewhere else.
  return joined === text || !hasKnownSuffix(joined.slice(joined.indexOf('@') + 1)) ? text : joined
}

// RFC 5321 atoms in printable ASCII; beyond ASCII whatever is visible and no white space (RFC 6531).
const local =
  /^(?!.*[<>])[a-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~\-\u0080-\u{10ffff}]+)*$/u
const invisible = /[\p{Z}\p{C}\ufffd]/u
const label = /^(?!-)(?:[a-z0-9-]|(?![ -~])[\p{L}\p{M}\p{N}])+(?<!-)$/u
const labelBytesMax = 63

function findProblem(email: string): EmailProblem | undefined {
  if (email === '') return 'blank'
  const at = email.lastIndexOf('@')
  if (at < 1) return 'no_at'
  const localPart = email.slice(0, at)
  const domain = email.slice(at + 1)
  // A quoted local part is legal and in no use by people; what looks like one is a paste gone wrong.
  if (localPart.startsWith('"')) return 'local_quoted'
  if (utf8Bytes(localPart) > emailLocalBytesMax) return 'local_too_long'
  // Composed signs such as `≮` hide the ASCII ones that mail software splits addresses at.
  if (!local.test(localPart.normalize('NFD')) || invisible.test(localPart)) return 'local_invalid'
  if (utf8Bytes(email) > emailBytesMax) return 'too_long'
  const labels = domain.split('.')
  if (labels.length < 2) return 'domain_without_dot'
  // A label that NFKC changes is no domain name but a look-alike of one (UTS 46).
  if (domain.normalize('NFKC') !== domain) return 'domain_invalid'
  if (!labels.every(text => label.test(text) && utf8Bytes(text) <= labelBytesMax)) return 'domain_invalid'
  if (/[^ -~]/.test(domain)) {
    // The form in ASCII has to fit as well.
    const ascii = asciiDomain(domain)
    if (ascii === undefined || ascii.split('.').some(text => text.length > labelBytesMax)) return 'domain_invalid'
    if (utf8Bytes(localPart) + 1 + ascii.length > emailBytesMax) return 'too_long'
  }
  const top = labels.at(-1) ?? ''
  return /^\d+$/.test(top) || top.length < 2 ? 'domain_invalid' : undefined
}

const asciiDomain = (domain: string): string | undefined => parseHttpUrl(`http://${domain}/`)?.hostname

/** The same address with its domain as mail uses it. */
function withAsciiDomain(email: string): string {
  const domainAt = email.lastIndexOf('@') + 1
  const domain = email.slice(domainAt)
  return /^[ -~]*$/.test(domain) ? email : email.slice(0, domainAt) + (asciiDomain(domain) ?? domain)
}

/** Latin beside Cyrillic or Greek in one word is how look-alike addresses are made (UTS 39, restriction levels). */
function mixesScripts(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(text)
}

/** Octets in UTF-8 of well-formed text. */
function utf8Bytes(text: string): number {
  let bytes = text.length
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // A surrogate pair is two units and four octets.
    if (unit >= 0xd800 && unit <= 0xdfff) bytes += 1
    else if (unit >= 0x800) bytes += 2
    else if (unit >= 0x80) bytes += 1
  }
  return bytes
}
