// The text of shared/normalize/tables/phone-metadata.ts. By itself, so that a test can tell whether the file is behind the
// package it was made from.

import metadata from 'libphonenumber-js/metadata.max.json'

/** Where a country's entry has its formats (libphonenumber-js, source/metadata.js, `formats()`). */
const formatsAt = 4

export function phoneMetadataTable(): string {
  const withoutFormats = (countries: Readonly<Record<string, readonly unknown[]>>) =>
    Object.fromEntries(Object.entries(countries).map(([code, entry]) => [code, entry.with(formatsAt, 0)]))
  const kept = {
    ...metadata,
    countries: withoutFormats(metadata.countries),
    nonGeographic: withoutFormats(metadata.nonGeographic),
  }
  return `// Written by local/tables/build-phone-metadata.ts. Numbering plans, from libphonenumber-js (MIT), after Google's
// libphonenumber (Apache-2.0).

import type { MetadataJson } from 'libphonenumber-js/core'

// biome-ignore format: one line
export const phoneMetadata = ${JSON.stringify(kept)} as unknown as MetadataJson
`
}
