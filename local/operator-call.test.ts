// A command that cannot reach the operator API says so in a sentence.

import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const run = (command: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`local/${command}.ts`, ...args], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test.each(['doctor', 'reproject'])('%s says when nobody answers, and when it is called wrongly', command => {
  expect(run(command, '--url', 'http://127.0.0.1:1/')).toEqual({
    status: 1,
    said: 'Nobody answers at http://127.0.0.1:1: is the address right, and does the Worker run?\n',
  })
  for (const wrong of [
    ['--url', 'leads.example.com'],
    ['--site', 'demo'],
  ])
    expect(run(command, ...wrong)).toMatchObject({ status: 1, said: expect.stringMatching(/^Usage: [^\n]+\n$/) })
})
