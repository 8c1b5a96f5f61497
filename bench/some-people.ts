// People as a site's ledger holds them, made up and the same in every run: one name in three is common and the others rare,
// as are real ones; a few people at each company; one in five twice, with less the second time.

import type { Comparable } from '../shared/identity/prepare-lead.ts'

const givenNames =
  'Ana Maria João José Pedro Lucas Julia Carlos Fernanda Rafael Bruna Diego Sofia Tomás Heloísa Iracema'.split(' ')
const familyNames =
  'Silva Santos Souza Oliveira Lima Costa Pereira Alves Gómez Rojas Brandão Quintela Vasques Zanella'.split(' ')
const consonants = 'b c d f g l m n p r s t v z'.split(' ')
const vowels = 'a e i o u'.split(' ')
const kinds = 'Metais Alimentos Logística Software Energia Saúde'.split(' ')
const cities = ['São Paulo', 'Curitiba', 'Recife', 'Porto Alegre', 'Bogotá', 'Lima']

/** As many leads as asked for. */
export function somePeople(count: number): readonly Comparable[] {
  const next = numbers(20_261_128)
  const pick = (words: readonly string[]) => words[next(words.length)] ?? ''
  const people: Comparable[] = []
  let company = ''
  while (people.length < count) {
    const rare = () => Array.from({ length: 3 }, () => pick(consonants) + pick(vowels)).join('')
    const name = (common: readonly string[]) => (next(3) === 0 ? pick(common) : rare())
    const firstName = name(givenNames)
    const lastName = `${name(familyNames)} ${name(familyNames)}`
    if (people.length % 4 === 0) company = `${rare()} ${pick(kinds)}`
    const site = `${plain(company)}.example`
    const person = {
      firstName,
      lastName,
      company,
      email: `${plain(firstName)}.${plain(lastName)}@${site}`,
      phone: `+55119${10_000_000 + next(89_999_999)}`,
      city: pick(cities),
      country: 'BR',
    }
    people.push(person)
    if (next(5) === 0)
      people.push({ ...person, lastName: pick(lastName.split(' ')), email: undefined, city: undefined })
  }
  return people.slice(0, count)
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()

// A linear congruential generator (Numerical Recipes): the same people each time.
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
