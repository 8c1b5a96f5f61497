// The document lists what there is: faults by name and meaning, known breaks by their reason.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { allFaultKinds, faultKinds } from './fault-kinds.ts'
import { knownBreaks } from './known-breaks.ts'

const lines = readFileSync(resolve(import.meta.dirname, '../docs/simulator.md'), 'utf8').split('\n')

test('docs/simulator.md lists every fault with its meaning, and every known break with its reason', () => {
  const isListed = (name: string, meaning: string) =>
    lines.some(line => line.includes(`\`${name}\``) && line.includes(meaning))
  expect(allFaultKinds.filter(kind => !isListed(kind, faultKinds[kind].does))).toEqual([])
  expect(knownBreaks.filter(({ kinds: [kind], because }) => !isListed(kind, because))).toEqual([])
})

test('docs/simulator.md counts the faults right', () => {
  expect(lines.some(line => line.startsWith(`${allFaultKinds.length} kinds`))).toBe(true)
})
