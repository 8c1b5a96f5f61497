// biome-ignore-all assist/source/organizeImports: like stands beside like, as the next lines say
// The large tables, one after another. They are read from here and not from their own files, so that a bundler keeps them
// together: deflate draws up a new code every 16,384 signs (zlib, deflate.c, `lit_bufsize`), and in one block with code a
// sign of six random bits takes up to eight. Side by side they are 4 kB smaller.

// Words.
export { countryNames } from './tables/country-names.ts'
export { industryTable } from './tables/industries.ts'
export { formsByCountry, innerForms, leadingForms, plainForms, shortForms } from './tables/legal-forms.ts'

// Random bits.
export { countryHashes } from './tables/country-hashes.ts'
export { disposableDomains } from './tables/disposable-domains.ts'
export { busySuffixNames, quietSuffixNames, suffixExceptions } from './tables/public-suffixes.ts'

// Patterns.
export { phonePlans } from './tables/phone-plans.ts'
