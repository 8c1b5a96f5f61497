// Tells a mailbox provider that is spelt wrong by one slip of the finger (`gmial.com`, `hotmail.con`). Only advice: the
// address is kept as it was typed, because a domain that looks wrong may exist. Few providers on purpose: those where a
// slip is far more likely than a company of that name.

const providers = ['gmail', 'hotmail', 'outlook', 'yahoo', 'icloud']
/** One slip away from a provider, and real. */
const realNames = new Set(['mail', 'email', 'ymail', 'qmail', 'fmail', 'cloud'])
const endings = new Set(['com', 'com.br'])
const mistypedEndings = new Set([
  'con',
  'cpm',
  'vom',
  'xom',
  'cm',
  'om',
  'cmo',
  'ocm',
  'comm',
  'coom',
  'com.rb',
  'com.b',
  'combr',
])

/** True for the domain of an address (lower case) that was likely meant to be a provider's. */
export function isLikelyMistyped(domain: string): boolean {
  const [name = '', ...rest] = domain.split('.')
  const ending = rest.join('.')
  if (providers.includes(name)) return mistypedEndings.has(ending)
  return endings.has(ending) && !realNames.has(name) && providers.some(provider => isOneSlipApart(name, provider))
}

/** One letter more, less, other, or two neighbours in the wrong order (Damerau's four slips). */
function isOneSlipApart(typed: string, meant: string): boolean {
  let start = 0
  while (start < meant.length && typed[start] === meant[start]) start += 1
  const typedRest = typed.slice(start)
  const meantRest = meant.slice(start)
  return (
    typedRest.slice(1) === meantRest ||
    typedRest === meantRest.slice(1) ||
    typedRest.slice(1) === meantRest.slice(1) ||
    (typedRest.slice(2) === meantRest.slice(2) && typedRest[0] === meantRest[1] && typedRest[1] === meantRest[0])
  )
}
