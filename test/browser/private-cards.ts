// Card numbers of the large schemes, as people write them. They are Luhn-valid, and nobody's.

import fc from 'fast-check'

/** Prefix and length, and the groups that are printed where they are not four by four. */
const brands =
  `4 16, 4 13, 4 19, 51 16, 2221 16, 34 15 4-6-5, 37 15 4-6-5, 6011 16, 65 19, 36 14 4-6-4, 305 14 4-6-4, 3528 16,
  62 16, 62 19, 6304 19, 5018 17, 6062 16, 6362 16`
    .split(',')
    .map(brand => {
      const [prefix = '', length, groups = '4-4-4-4-4'] = brand.trim().split(' ')
      return { prefix, length: Number(length), groups: groups.split('-').map(Number) }
    })

/** A card number as it is written. A Luhn-valid one of a brand, and nobody's. */
export const cardNumber = fc
  .record({
    brand: fc.constantFrom(...brands),
    random: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 18, maxLength: 18 }),
    mark: fc.constantFrom('', ' ', '-', '.', '\u00a0', '  ', ' - '),
  })
  .map(({ brand: { prefix, length, groups }, random, mark }) => {
    const digits = withCheckDigit((prefix + random.join('')).slice(0, length - 1))
    const shape = `${prefix}… of ${length}, ${JSON.stringify(mark)}`
    return { digits, shape, text: inGroups(digits, groups).join(mark) }
  })

/** ISO/IEC 7812-1, annex B. */
const withCheckDigit = (payload: string): string => {
  const sum = [...payload].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return payload + ((10 - (sum % 10)) % 10)
}

const inGroups = (digits: string, sizes: readonly number[]): string[] => {
  const [size = digits.length, ...rest] = sizes
  return digits ? [digits.slice(0, size), ...inGroups(digits.slice(size), rest)] : []
}
