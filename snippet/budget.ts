// What the snippet may weigh on other people's pages. Raise a number only with the one before, the one after, and what
// people get for it.

/** `lc.js`, brotli at quality 11. */
export const snippetBrotliBytesMax = 3_500
/** `lc.js`, gzip at level 9. */
export const snippetGzipBytesMax = 4_000
/** The queue that a site may inline before the script, as it stands in `stub.html`. */
export const stubBytesMax = 220
