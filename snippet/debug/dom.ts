// Reads no texts, because nothing is told of a label. In lc-debug.js it stands where the snippet has its own `dom.ts`
// (snippet/build.ts); all else is the same.

export { attr, type Control, closest, controlsOf } from '../dom.ts'

/** Nothing. */
export const textOf = (): string => ''
