// Plain text fields: one line for what is a value, several for a message. Case and wording are the sender's.

import { cleanText } from './clean-text.ts'

export { cleanLine as normalizeLine } from './clean-text.ts'

/** Line ends become `\n`, trailing spaces and more than one empty line in a row go, and nothing at the ends is blank. */
export function normalizeMessage(raw: string): string {
  return cleanText(raw)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
