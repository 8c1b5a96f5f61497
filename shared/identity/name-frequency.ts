// How much it says that two people share a name, in bits: log2 of one in how many people has it. Sharing "Silva" says
// little. The orders of magnitude are those of tables/name-frequency.ts; finer figures would be of one country only.

import { commonFamilyNames, commonGivenNames, topFamilyNames, topGivenNames } from './tables/name-frequency.ts'

/** Bits of a folded given name. */
export function givenNameBits(name: string): number {
  built ??= build()
  return built.given.get(name) ?? rareGivenBits
}

/** Bits of one folded word of a family name. */
export function familyNameBits(name: string): number {
  built ??= build()
  return built.family.get(name) ?? rareFamilyBits
}

/** A name of its own that many people have, so it is nobody's short form by chance: "Ana" beside "Mariana". */
export const isCommonGivenName = (name: string): boolean => givenNameBits(name) < rareGivenBits

/** One in 100, 500 and 2,500. */
const topGivenBits = 6.6
const commonGivenBits = 9
const rareGivenBits = 11.3
/** One in 30, 200 and 5,000. */
const topFamilyBits = 5
const commonFamilyBits = 7.6
const rareFamilyBits = 12.3

interface Tables {
  readonly given: ReadonlyMap<string, number>
  readonly family: ReadonlyMap<string, number>
}
let built: Tables | undefined

function build(): Tables {
  return {
    given: mapOf([commonGivenNames, commonGivenBits], [topGivenNames, topGivenBits]),
    family: mapOf([commonFamilyNames, commonFamilyBits], [topFamilyNames, topFamilyBits]),
  }
}

function mapOf(...bands: readonly (readonly [names: string, bits: number])[]): Map<string, number> {
  return new Map(bands.flatMap(([names, bits]) => names.split(/\s+/).map((name): [string, number] => [name, bits])))
}
