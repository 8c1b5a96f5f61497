// Takes nothing out of texts, because only names are looked at. In lc-debug.js it stands where the snippet has its own
// `card-numbers.ts` (snippet/build.ts).

/** The text as it is. */
export const redactCards = (text: string): string => text
