// The body of an answer as JSON, for a shape to be held against. Undefined for HTML, for nothing, and for what was cut: a shape
// then finds nothing, and the caller takes it for no answer at all.

export function answerJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // Something in between has answered, or the answer was longer than what is read of one.
    return undefined
  }
}
