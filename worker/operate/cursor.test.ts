import { expect, test } from 'vitest'
import type { Env } from '../env.ts'
import { readCursor, writeCursor } from './cursor.ts'

// Nothing else of the bindings is asked.
const env = { INDEX_KEY: btoa('k'.repeat(32)) } as unknown as Env
const position = { site: 'demo', before: '018f3c1e-7b1a-7c3d-9a51-1b2c3d4e5f99' }

test('goes on where it was written, in the list that it was written for', async () => {
  const cursor = await writeCursor(env, 'leads', position)
  expect(await readCursor(env, 'leads', cursor)).toEqual(position)
  for (const other of ['deliveries', 'spam', 'reproject'] as const)
    expect(await readCursor(env, other, cursor)).toBeUndefined()
})

test('is none of ours when anything is added or changed', async () => {
  const cursor = await writeCursor(env, 'spam', position)
  for (const forged of [`${cursor}.x`, `${cursor}.`, `x${cursor}`, cursor.slice(0, -2), 'AAAA', '', '.'])
    expect([forged, await readCursor(env, 'spam', forged)]).toEqual([forged, undefined])
})
