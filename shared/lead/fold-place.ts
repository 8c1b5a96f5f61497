// Where a person is, told by several submissions. Country, state, city and postal code say one thing together: the newest
// submission that names any of them counts, and an older one adds what is missing only where it contradicts none of it, so
// that no city ever stands beside the postal code of another. What belonged to a former place goes with it. Its country
// stays where the newer place names neither country nor state: most moves and most branches are within one country.

import { foldText } from '../identity/fold-text.ts'
import { isBlank } from '../identity/survivorship.ts'
import type { LeadProfile } from './profile.ts'

export const placeFields = ['country', 'state', 'city', 'postalCode'] as const
export type Place = Pick<LeadProfile, (typeof placeFields)[number]>

/** @param ordered what submissions say, oldest first */
export function foldPlace(ordered: readonly { readonly profile: LeadProfile }[]): Place {
  let place: Place = {}
  for (const { profile } of ordered.toReversed()) {
    const older = placeOf(profile)
    if (agree(place, older)) place = { ...older, ...place }
    else if (older.country && !place.country && !place.state) place = { ...place, country: older.country }
  }
  return place
}

const placeOf = (profile: LeadProfile): Place =>
  Object.fromEntries(placeFields.flatMap(field => (isBlank(profile[field]) ? [] : [[field, profile[field]]])))

const agree = (a: Place, b: Place) =>
  isSame(countryOf(a), countryOf(b)) &&
  isSame(a.state, b.state) &&
  isSame(a.city, b.city) &&
  isSame(a.postalCode, b.postalCode)

/** A state's ISO code names its country. */
const countryOf = ({ country, state }: Place) => country ?? /^([A-Z]{2})-/.exec(state ?? '')?.[1]

const isSame = (a: string | undefined, b: string | undefined) =>
  a === undefined || b === undefined || foldText(a) === foldText(b)
