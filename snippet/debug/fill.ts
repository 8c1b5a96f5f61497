// Fills nothing, because who only looks must not change what is looked at. In lc-debug.js it stands where the snippet
// has its own `fill.ts` (snippet/build.ts); the snippet itself goes on filling.

/** Leaves a control as it is. */
export const fill = (): void => {}
