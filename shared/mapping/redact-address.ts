// An address of the site's own page, without what must never be kept: a login or a form with GET puts its fields into the
// query, a sign-in by OAuth its tokens into the fragment (RFC 6749 §4.2.2), a page with routes of its own both into that.
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
  const [, before = '', query = '', fragment = '', behind = ''] =
    /^([^?#]*)(\?[^#]*)?(#[^?]*)?(\?.*)?$/s.exec(href) ?? []
  const route = withoutSecrets(fragment)
  const rest = withoutSecrets(behind)
  return `${before}${withoutSecrets(query)}${route || (rest && '#')}${rest}`
}

/** A part of the address with the mark that begins it; nothing where nothing else is left of it. */
function withoutSecrets(part: string): string {
  const kept = part
    .slice(1)
    .split('&', parametersMax)
    .map(redactParameter)
    .filter(parameter => parameter !== undefined)
  return kept.length > 0 ? part.slice(0, 1) + kept.join('&') : ''
}

/** The parameter without card numbers; undefined for a secret one. A name alone (`#password`) tells nothing. */
function redactParameter(parameter: string): string | undefined {
  const name = nameOf(parameter)
  if (isAttributionField(name)) return parameter
  const isSecret = parameter.includes('=') && secretKindOf(foldWords(name)) !== undefined
  return isSecret ? undefined : redactCards(parameter, () => false)
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
