// An address of the site's own page, without what must never be kept: a login or a form with GET puts its fields there.
// Promises: what is kept stands as it was sent, in its order. Campaign parameters, and names that mean nothing to us, stay.

import { httpUrl } from '../normalize/url.ts'
import { isAttributionField } from './attribution-fields.ts'
import { foldWords } from './fold-name.ts'
import { redactCards } from './redact-cards.ts'
import { secretKindOf } from './secret-names.ts'

/** Parameters looked at; an address with more of them is cut by its length anyway. */
const parametersMax = 200

/** The text of an http or https URL, without secret parameters, cut at `charsMax`; undefined for anything else. */
export function redactAddress(value: unknown, charsMax: number): string | undefined {
  const href = httpUrl(value, charsMax)
  if (href === undefined) return undefined
  const [, before = '', query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(#.*)?$/s.exec(href) ?? []
  if (query === '') return href
  const kept = query
    .split('&', parametersMax)
    .map(redactParameter)
    .filter(parameter => parameter !== undefined)
  return `${before}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`
}

/** The parameter without card numbers; undefined for a secret one. */
function redactParameter(parameter: string): string | undefined {
  const name = nameOf(parameter)
  if (isAttributionField(name)) return parameter
  return secretKindOf(foldWords(name)) === undefined ? redactCards(parameter, () => false) : undefined
}

const nameOf = (parameter: string): string => {
  const name = parameter.split('=', 1).join('').replaceAll('+', ' ')
  try {
    return decodeURIComponent(name)
  } catch {
    // A percent sign that begins no escape: the name is what it says.
    return name
  }
}
