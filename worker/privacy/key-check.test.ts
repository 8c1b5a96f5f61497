// The doctor's word on the deployment's own secrets.

import { expect, test } from 'vitest'
import type { Env } from '../env.ts'
import { unusableSecrets } from './key-check.ts'

const key = btoa('k'.repeat(32))
const good = { KEYRING: JSON.stringify({ current: 1, keys: { '1': key } }), INDEX_KEY: key }
const unusable = (secrets: object) => unusableSecrets({ ...good, ...secrets } as unknown as Env)

test.each<[string, object, string[]]>([
  ['good ones', {}, []],
  ['no key ring', { KEYRING: undefined }, ['KEYRING']],
  ['a key ring that is no JSON', { KEYRING: '{' }, ['KEYRING']],
  ['a key ring without its current key', { KEYRING: JSON.stringify({ current: 2, keys: { '1': key } }) }, ['KEYRING']],
  ['a key of 5 bytes', { INDEX_KEY: btoa('short') }, ['INDEX_KEY']],
  ['nothing at all', { KEYRING: '', INDEX_KEY: '' }, ['KEYRING', 'INDEX_KEY']],
])('of %s names those that cannot be used', async (_, secrets, names) => {
  expect(await unusable(secrets)).toEqual(names)
})
