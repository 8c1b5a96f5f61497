// Says things in the console, each once, and remembers the problems for the panel.

import { type MessageCode, messages } from './messages.ts'

/** What stands in the places of a message. */
export type Findings = Readonly<Record<string, string | number>>

/** A problem of the page: what was seen, why and what to do. */
export type Problem = readonly [code: MessageCode, text: string, advice: string]

/** The problems told so far, in order. */
export const problems: Problem[] = []

/** More would not be read. A page that makes new problems for ever must not fill the console either. */
const toldMax = 200
const told = new Set<string>()

/** Says a message, unless exactly this was said before. `element` can be clicked in the console. */
export const tell = (code: MessageCode, findings: Findings = {}, element?: Element): void => {
  const { text, cause, fix, isProblem } = messages[code]
  const [seen = '', advice = ''] = [text, `${cause} ${fix}`].map(part =>
    part.replace(/{(\w+)}/g, (_, name: string) => `${findings[name]}`).trim(),
  )
  const line = `[lead-capture] ${code} ${seen}. ${advice}`.trim()
  if (told.has(line) || told.size >= toldMax) return
  told.add(line)
  if (isProblem) problems.push([code, seen, advice])
  console[isProblem ? 'warn' : 'info'](...[line, element].filter(part => part))
}
