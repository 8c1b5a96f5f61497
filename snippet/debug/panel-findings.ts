// The lower part of the panel: forms and their fields, attribution, consent.

import type { WireTouchpoint } from '../../shared/wire.ts'
import { make, makeFold, makeTable, show } from './elements.ts'
import type { FieldSeen } from './field-seen.ts'
import type { FormSeen } from './form-seen.ts'
import type { Overview } from './overview.ts'
import { say } from './words.ts'

/** The lower part, and how to bring it up to date. */
export const makeFindings = (): { readonly elements: readonly HTMLElement[]; show(overview: Overview): void } => {
  const forms = makeFold(say('forms'), true)
  const attribution = makeFold(say('attribution'))
  const consent = makeFold(say('consent'))
  return {
    elements: [forms, attribution, consent].map(({ element }) => element),
    show: ({ forms: found, consent: { state, source }, touches: { first, last } }) => {
      forms.brief.textContent = `${found.length}`
      show(forms.body, ...found.flatMap(formLines))
      show(attribution.body, make('h3', '', 'first'), touchTable(first), make('h3', '', 'last'), touchTable(last))
      consent.brief.textContent = state
      show(consent.body, make('p', '', source))
    },
  }
}

const formLines = ({ name, kind, fields }: FormSeen) => [
  make('h3', '', name),
  kind === 'lead' ? make('p', 'ok', say('lead')) : make('p', 'm', `${say('not')}: ${kind}`),
  makeTable(fields.map(field => [field.name, fieldText(field)])),
]

const fieldText = ({ isCaptured, as }: FieldSeen): string =>
  isCaptured ? (as && `→ ${as}`) || say('own') : `${say('not')}: ${as}`

/** An address is shown without its query, which may be somebody's. */
const touchTable = (touch: WireTouchpoint) =>
  makeTable(Object.entries(touch).map(([name, value]) => [name, `${value}`.replace(/\?.*/, '?…')]))
