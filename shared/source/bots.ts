// Whether a user agent names a program that reads pages by itself. Ground: the patterns of isbot (Unlicense).

import { isbot } from 'isbot'

/** True for crawlers, previewers and HTTP clients. An empty user agent says nothing and is no bot. */
export function isBot(userAgent: string): boolean {
  return isbot(userAgent.slice(0, userAgentCharsMax))
}

// Browsers send some hundred characters; what comes after is not read, so that the pattern's work is bounded.
const userAgentCharsMax = 1_024
