// What the snippet may weigh on other people's pages. Raise a number only with the one before, the one after, and what
// people get for it.
//
// The aim was 3,500 brotli and 4,000 gzip. docs/decisions/014 says what is above it, what each part weighs, and why it
// stays. The limits hold what is there: lower them with each byte won.

/** `lc.js`, brotli at quality 11. */
export const snippetBrotliBytesMax = 6_906
/** `lc.js`, gzip at level 9. */
export const snippetGzipBytesMax = 7_560
/** The queue that a site may inline before the script, as it stands in `stub.html`. */
export const stubBytesMax = 220
/** `lc-debug.js`: gzip at level 9. Only who installs the snippet loads it. */
export const debugGzipBytesMax = 8_192
