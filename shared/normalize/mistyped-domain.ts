// Tells the domain that an address was likely meant to have (`gmial.com`, `gmailc.om`, `hotmail.con`, `example.con`).
// Only advice: the address is kept as it was typed, because a domain that looks wrong may exist. Few providers on purpose:
// those where a slip is far more likely than a company of that name.

import { isFreeMailDomain } from './mail-providers.ts'
import { isOneSlipApart } from './one-slip.ts'
import { hasKnownSuffix } from './registrable-domain.ts'

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
/** Those with no address but at `.com`. */
const onlyCom = new Set(['gmail', 'icloud'])
const meantDomain = (name: string, ending: string): string => `${name}.${onlyCom.has(name) ? 'com' : ending}`
const providerDomains = [...new Set(providers.flatMap(name => [`${name}.com`, meantDomain(name, 'com.br')]))]
const dotlessProviders = new Map(providerDomains.map(one => [one.replaceAll('.', ''), one]))
/** One slip away from a provider, and real. */
const realNames = new Set(['mail', 'email', 'ymail', 'qmail', 'fmail', 'cloud', 'gmx'])
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
  const meantEnding = mistypedComs.has(ending) ? 'com' : mistypedComBrs.has(ending) ? 'com.br' : ending
  const provider = providers.find(one => one === name)
  if (provider) return meantEnding === ending ? repaired(domain) : meantDomain(provider, meantEnding)
  const close = realNames.has(name) ? undefined : providers.find(one => isOneSlipApart(name, one))
  if (close && endings.has(meantEnding)) return meantDomain(close, meantEnding)
  // The dot went astray: `gmailc.om`.
  return dotlessProviders.get(domain.replaceAll('.', '')) ?? repaired(domain)
}

/** `gmail.co` and `hotmail.cm` look like providers in one more country; they are none. */
function isProvidersWrongEnding(domain: string): boolean {
  const [name = '', ...rest] = domain.split('.')
  return providers.includes(name) && (mistypedComs.has(rest.join('.')) || mistypedComBrs.has(rest.join('.')))
}

/** A domain of two labels whose last is no top level domain, with the common one that is a slip away. */
function repaired(domain: string): string | undefined {
  const [name = '', ending = '', ...more] = domain.split('.')
  // Most domains end here: the ending is one of these, so nothing has to be looked up.
  if (more.length > 0 || name.length < 2 || commonEndings.includes(ending) || hasKnownSuffix(domain)) return undefined
  const meant = commonEndings.find(one => isOneSlipApart(ending, one))
  if (meant) return `${name}.${meant}`
  // An access provider's name has one ending.
  return isFreeMailDomain(`${name}.net`) && /^n/.test(ending) ? `${name}.net` : undefined
}
