// The secrets of a local run: made once, and never made anew beside what the old ones have sealed.

import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { localSecrets } from './local-secrets.ts'

function aRun() {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [file, state] = [join(folder, 'secrets.json'), join(folder, 'worker')]
  return { file, state, read: () => localSecrets(file, state) }
}

test('are made once, readable by their owner only', () => {
  const { file, state, read } = aRun()
  const made = read()
  mkdirSync(state)
  expect(read()).toEqual(made)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(existsSync(`${file}.new`)).toBe(false)
})

test('that are gone or damaged are told by the name of their file, and nothing is made in their place', () => {
  const { file, state, read } = aRun()
  read()
  mkdirSync(state)
  writeFileSync(file, '{"KEYRING":"')
  expect(read).toThrow(`${file} is damaged`)
  rmSync(file)
  expect(read).toThrow(`${file} is gone`)
  expect(existsSync(file)).toBe(false)
})
