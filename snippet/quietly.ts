// Whatever goes wrong in us is no business of the page.

/**
 * The function, with its faults swallowed: a page that redefines the DOM, a platform of another shape, a blocked API. A
 * first fault takes milliseconds of a slow phone, so what happens on every page is asked for before, not caught.
 */
// Making one runs nothing, so a build may leave out those that nobody calls.
export const quietly =
  /* @__NO_SIDE_EFFECTS__ */
    <Args extends unknown[], T>(run: (...args: Args) => T) =>
    (...args: Args): T | undefined => {
      try {
        return run(...args)
      } catch {
        // The header says what lands here. A console line would be the page's to explain, so there is none.
        return undefined
      }
    }
