import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder, byEmail, callCrm, contactsPath, type ShownContact } from './a-crm.ts'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** Runs main.ts as its users do and resolves with its address. */
async function run(stateFile: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, CRM_PORT: '0', CRM_STATE_FILE: stateFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface(child.stdout)) {
    const url = /^stand-in CRM ready (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return { url, process: child }
  }
  throw new Error('the stand-in CRM ended before it was ready')
}

test('loses no answered write when it is killed in the middle of its work', async () => {
  const stateFile = join(await aFolder(), 'crm.sqlite')
  const first = await run(stateFile)
  const answered: string[] = []
  const writing = Array.from({ length: 8 }, async (_, writer) => {
    for (let n = 0; ; n += 1) {
      const email = `person-${writer}-${n}@example.com`
      const answer = await callCrm(first.url, 'POST', `${contactsPath}/batch/upsert`, { inputs: [byEmail(email)] })
      if (answer.status === 200) answered.push(email)
      if (answered.length === 40) first.process.kill('SIGKILL')
    }
  })
  await Promise.allSettled(writing)

  const second = await run(stateFile)
  const { json } = await callCrm<readonly ShownContact[]>(second.url, 'GET', '/_crm/contacts')
  const kept = new Set(json.map(({ properties }) => properties.email))
  expect(answered.length).toBeGreaterThanOrEqual(40)
  expect(answered.filter(email => !kept.has(email))).toEqual([])
}, 30_000)

test.each(['SIGTERM', 'SIGINT'] as const)(
  'ends cleanly on %s, also while a call is held',
  async signal => {
    const { url, process } = await run(join(await aFolder(), 'crm.sqlite'))
    await callCrm(url, 'POST', '/_crm/faults', [{ hangMs: 60_000 }])
    const held = callCrm(url, 'GET', `${contactsPath}/1`).catch(() => 'cut')
    process.kill(signal)
    expect(await once(process, 'exit')).toEqual([0, null])
    expect(await held).toBe('cut')
  },
  30_000,
)
