/** What `TIME_SCALE` says, if anything. Throws a sentence that says what to do when it is no factor. */
export function readTimeScale(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined
  const scale = Number(text)
  if (Number.isFinite(scale) && scale > 0) return text
  throw new Error(`TIME_SCALE=${text} is no factor: use a number above 0, for example TIME_SCALE=0.001 npm start.`)
}
