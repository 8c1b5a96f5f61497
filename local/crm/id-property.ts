// Which properties a record may be named by. In HubSpot an administrator marks a custom property as unique;
// here a custom property is marked by being used as an idProperty, up to HubSpot's number of them.

import type { Answer } from './answer.ts'
import type { ContactStore } from './contact-store.ts'
import { validationError } from './errors.ts'
import { uniquePropertiesMax } from './limits.ts'
import { canBeUnique } from './property-rules.ts'

/** Marks the property as unique, or answers why records cannot be named by it. */
export function admitIdProperty(store: ContactStore, property: string): Answer | undefined {
  if (property === 'email') return undefined
  if (!canBeUnique(property)) {
    return validationError(`Unable to perform update/upsert by non-unique 0-1 property ${property}`)
  }
  const admitted = store.uniqueProperties()
  if (admitted.includes(property)) return undefined
  if (admitted.length >= uniquePropertiesMax) {
    return validationError(`Unable to add ${property}: a portal has at most ${uniquePropertiesMax} unique properties`)
  }
  store.declareUnique(property)
  return undefined
}
