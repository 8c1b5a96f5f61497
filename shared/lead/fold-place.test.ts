// Where a person is: values of two places never stand beside each other, and what is missing is completed.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldPlace, type Place } from './fold-place.ts'

const folded = (...places: readonly Place[]) => foldPlace(places.map(profile => ({ profile })))
const recife = { country: 'BR', state: 'BR-PE', city: 'Recife', postalCode: '50010-000' }
const saoPaulo = { country: 'BR', state: 'BR-SP', city: 'São Paulo', postalCode: '01310-100' }
const lisboa = { country: 'PT', city: 'Lisboa', postalCode: '1100-148' }

test.each<[string, readonly Place[], Place]>([
  ['the newer of two places', [recife, saoPaulo], saoPaulo],
  ['all of a place of which a later form asks the country only', [recife, { country: 'BR' }], recife],
  [
    'the parts of one place, from several forms',
    [{ city: 'Recife' }, { postalCode: '50010-000' }, { country: 'BR' }],
    {
      country: 'BR',
      city: 'Recife',
      postalCode: '50010-000',
    },
  ],
  ['a blank as nothing', [recife, { city: ' ', state: '' }], recife],
  ['a city that is spelled otherwise as the same', [recife, { city: 'RECIFE' }], { ...recife, city: 'RECIFE' }],
  [
    'the country, and no more, of a place that the person has left',
    [recife, { city: 'Olinda' }],
    {
      country: 'BR',
      city: 'Olinda',
    },
  ],
  ['nothing of a place in another country', [recife, { country: 'PT' }], { country: 'PT' }],
  ['a state as its country too', [lisboa, { state: 'BR-SP' }], { state: 'BR-SP' }],
  [
    'no country for a state whose country is not known',
    [recife, { state: 'Bayern', city: 'Fürth' }],
    {
      state: 'Bayern',
      city: 'Fürth',
    },
  ],
  [
    'the old city not, where the postal code is another',
    [recife, { postalCode: '01310-100' }],
    {
      country: 'BR',
      postalCode: '01310-100',
    },
  ],
  ['nothing where nothing is named', [{}, {}], {}],
])('takes %s', (_, places, place) => {
  expect(folded(...places)).toEqual(place)
})

test('never mixes two places that are told in full, and loses no country', () => {
  const some = fc.constantFrom<Place[]>(recife, saoPaulo, lisboa)
  fc.assert(
    fc.property(fc.array(some, { minLength: 1 }), fc.boolean(), (places, isFollowed) => {
      const newest = places.at(-1) ?? {}
      const country = newest.country ?? ''
      expect(folded(...places, ...(isFollowed ? [{ country }] : []))).toEqual(newest)
    }),
  )
})
