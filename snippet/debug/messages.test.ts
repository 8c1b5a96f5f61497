import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { messages } from './messages.ts'

/** The rows of the table in docs/debug.md. */
const rows = readFileSync('docs/debug.md', 'utf8')
  .split('\n')
  .filter(line => /^\| LC\d\d /.test(line))
  .map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )

it('stands in docs/debug.md word for word, each message in its row', () => {
  expect(rows).toEqual(
    Object.entries(messages).map(([code, { text, cause, fix }]) => [code, text, cause || '–', fix || '–']),
  )
})

it('has a cause and a fix for every problem, in whole sentences', () => {
  for (const { isProblem, cause, fix } of Object.values(messages)) {
    if (isProblem) for (const sentence of [cause, fix]) expect(sentence).toMatch(/[.?]$/)
  }
})
