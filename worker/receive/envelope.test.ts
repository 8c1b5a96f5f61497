import { expect, it } from 'vitest'
import { readEnvelope } from './envelope.ts'

const read = async (fields: unknown, more: object = {}) => {
  const bytes = Uint8Array.from(new TextEncoder().encode(JSON.stringify({ fields, ...more })))
  const result = await readEnvelope({ bytes, mediaType: 'application/json', contentType: 'application/json' })
  if (!result.ok) throw new Error(result.error.type)
  const { fields: kept, honeypot } = result.value.sent
  return { fields: kept, honeypot, id: result.value.id }
}

it.each([
  [{ email: 'ana@example.com', _hp: 'bot' }, { email: 'ana@example.com' }],
  [
    [
      ['email', 'ana@example.com'],
      ['_hp', 'bot'],
    ],
    [['email', 'ana@example.com']],
  ],
])('takes the honeypot out of the fields %j', async (fields, kept) =>
  expect(await read(fields)).toEqual({ fields: kept, honeypot: 'bot' }),
)

it('prefers the member `hp`', async () =>
  expect((await read({ email: 'ana@example.com', _hp: 'field' }, { hp: 'member' })).honeypot).toBe('member'))

it('keeps other names that begin with an underscore', async () =>
  expect((await read({ _wpcf7: '12' })).fields).toEqual({ _wpcf7: '12' }))

it.each([undefined, null])('takes the id %j for none, as serializers write it', async id =>
  expect((await read({ email: 'ana@example.com' }, { id })).id).toBeUndefined(),
)

it('leaves what is no collection of fields to the validation', async () =>
  expect((await read('none')).fields).toBe('none'))
