// `node local/tables/build-industries.ts`: folds industry-phrases.ts into shared/normalize/tables/industries.ts.
// Leaves out what the reader finds by rule, and says on the console where two values claim the same words.

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { industryStems, withoutFillers } from '../../shared/normalize/industry-words.ts'
import { industryPhrases } from './industry-phrases.ts'

const lines = industryPhrases
  .trim()
  .split('\n')
  .map(line => {
    const [key = '', phrases = ''] = line.split(': ')
    return { key, phrases: [key, ...phrases.split(',')].filter(phrase => phrase.trim() !== '') }
  })
const owner = new Map<string, string>()
const claim = (bag: string, key: string, phrase: string) => {
  const other = owner.get(bag)
  if (other && other !== key) console.log(`${phrase.trim()}: ${key}, taken by ${other} (${bag})`)
  else owner.set(bag, key)
}
const exact = new Map<string, string>()
for (const { key, phrases } of lines)
  for (const phrase of phrases) {
    const bag = industryStems(phrase).join('+')
    const other = exact.get(bag)
    if (other && other !== key) console.log(`${phrase.trim()}: ${key}, taken by ${other} (${bag})`)
    else exact.set(bag, key)
  }
// A phrase without its fillers counts for its value unless another value has just those words.
for (const { key, phrases } of lines)
  for (const phrase of phrases) {
    const stems = industryStems(phrase)
    const bare = withoutFillers(stems).join('+')
    if (stems.length > 0 && !exact.has(bare) && !owner.has(bare)) claim(bare, key, phrase)
  }
for (const [bag, key] of exact) {
  const stems = bag.split('+')
  const bare = withoutFillers(stems)
  const known = bare.join('+') !== bag && (exact.get(bare.join('+')) ?? owner.get(bare.join('+')))
  if (known !== key) owner.set(bag, key)
}
const single = (word: string) => owner.get(word)
const isRule = (bag: string, key: string) => {
  const stems = bag.split('+')
  return stems.length > 1 && withoutFillers(stems).every(word => single(word) === key)
}
const text = lines
  .map(({ key }) => {
    const own = industryStems(key).join('+')
    const bags = [...owner].filter(([bag, of]) => of === key && bag !== own && !isRule(bag, key)).map(([bag]) => bag)
    return [key, ...bags.sort()].join(' ')
  })
  .join('\n')
const header = `// Built by local/tables/build-industries.ts from local/tables/industry-phrases.ts; change those.
// HubSpot's values of the company property \`industry\`, and the stems that name them, \`+\` between the stems of one name.

`
const out = resolve(import.meta.dirname, '../../shared/normalize/tables/industries.ts')
writeFileSync(out, `${header}export const industryTable = \`${text}\`\n`)
console.log(`${owner.size} names, ${lines.length} values`)
