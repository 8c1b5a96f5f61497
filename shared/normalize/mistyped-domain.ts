// Tells the domain that an address was likely meant to have (`gmial.com`, `gmailc.om`, `hotmail.con`, `example.con`).
// Only advice: the address is kept as it was typed, because a domain that looks wrong may exist. Few providers on purpose:
// those where a slip is far more likely than a company of that name.

import { isFreeMailDomain } from './mail-providers.ts'
import { isOneSlipApart } from './one-slip.ts'
import { hasKnownSuffix, registrableDomain } from './registrable-domain.ts'

/** The domain that was likely meant, or null to stay silent. Never applied by us. */
export function suggestEmailDomain(email: string): string | null {
  const at = email.lastIndexOf('@')
  if (at < 1 || email.length > emailCharsMax) return null
  return (
    likelyDomain(
      email
        .slice(at + 1)
        .trim()
        .toLowerCase(),
    ) ?? null
  )
}

/** True for the domain of an address (lower case) that was likely meant to be another. */
export const isLikelyMistyped = (domain: string): boolean => likelyDomain(domain) !== undefined

const emailCharsMax = 320

const providers = ['gmail', 'hotmail', 'outlook', 'yahoo', 'icloud']
/** Those with no address but at `.com`: "is gmail.com.br valid" (suped.com/knowledge, read 2026-11-28) says so of Gmail. */
const onlyCom = new Set(['gmail', 'icloud'])
const meantDomain = (name: string, ending: string): string => `${name}.${onlyCom.has(name) ? 'com' : ending}`
const providerDomains = [...new Set(providers.flatMap(name => [`${name}.com`, meantDomain(name, 'com.br')]))]
const dotlessProviders = new Map(providerDomains.map(one => [one.replaceAll('.', ''), one]))
/** One slip away from a provider, and real. */
const realNames = new Set(['mail', 'email', 'ymail', 'qmail', 'fmail', 'tmail', 'cloud', 'gmx'])
const endings = new Set(['com', 'com.br', 'com.ar', 'com.mx', 'co.uk', 'es', 'fr'])
const mistypedComs = new Set('con cpm vom xom cm om cmo ocm comm coom co cim clm coml comn ccom como'.split(' '))
const mistypedComBrs = new Set(
  'com.rb com.b combr con.br cm.br co.br com.bt com.vr com.nr cpm.br com.be com.bf'.split(' '),
)
/** What an unknown domain's impossible ending is read as, when one slip apart. */
const commonEndings = ['com', 'net', 'org', 'br']

function likelyDomain(typed: string): string | undefined {
  const domain = typed.replace(/^[^\p{L}\p{N}]+/u, '')
  if (domain === '' || !domain.includes('.')) return undefined
  // A sign in front of a provider's name is a slip; in front of another it is no name at all.
  if (providerDomains.includes(domain)) return domain === typed ? undefined : domain
  if (isFreeMailDomain(domain) && !isProvidersWrongEnding(domain)) return undefined
  const [name = '', ...rest] = domain.split('.')
  const ending = rest.join('.')
  const instead = endingInsteadOf(domain, name, ending)
  const meantEnding = mistypedComs.has(ending) ? 'com' : mistypedComBrs.has(ending) ? 'com.br' : (instead ?? ending)
  if (providers.includes(name))
    return meantEnding === ending && !isProvidersWrongEnding(domain) ? undefined : meantDomain(name, meantEnding)
  const close = realNames.has(name) ? undefined : providers.find(one => isOneSlipApart(name, one))
  if (close && endings.has(meantEnding)) return meantDomain(close, meantEnding)
  // The dot went astray: `gmailc.om`.
  const dotless = dotlessProviders.get(domain.replaceAll('.', ''))
  if (dotless) return dotless
  return instead && `${name}.${instead}`
}

/** `gmail.co`, `hotmail.cm` and `gmail.com.br` look like providers in one more country; they are none. */
function isProvidersWrongEnding(domain: string): boolean {
  const [name = '', ...rest] = domain.split('.')
  const ending = rest.join('.')
  const isWrong = mistypedComs.has(ending) || mistypedComBrs.has(ending)
  return providers.includes(name) && (isWrong || (onlyCom.has(name) && /^com?\.[a-z]{2}$/.test(ending)))
}

/** The common ending that is a slip away from one that cannot be; undefined for one that can. */
function endingInsteadOf(domain: string, name: string, ending: string): string | undefined {
  // Most domains end here, so nothing has to be looked up.
  if (name.length < 2 || commonEndings.includes(ending) || endings.has(ending)) return undefined
  const labels = ending.split('.')
  if (labels.length === 1 && !hasKnownSuffix(domain)) {
    const meant = commonEndings.find(one => isOneSlipApart(ending, one))
    if (meant) return meant
    // An access provider's name has one ending.
    if (isFreeMailDomain(`${name}.net`) && /^n/.test(ending)) return 'net'
  }
  // Everyone's names stand under one of the endings that the public suffix list has for `br`, but for old universities'.
  const [second = '', top, ...more] = labels
  if (top === 'br' && more.length === 0)
    return isOneSlipApart(second, 'com') && registrableDomain(domain) === ending ? 'com.br' : undefined
  return isOneSlipApart(labels.join(''), 'combr') && more.length === 0 && !hasKnownSuffix(domain) ? 'com.br' : undefined
}
