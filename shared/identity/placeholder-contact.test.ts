import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlaceholderMailbox, isPlaceholderPhone } from './placeholder-contact.ts'

describe('a contact typed to get past the field', () => {
  it.each(['+5511999999999', '+551100000000', '+5511912345678', '+551133333333'])('%s is nobody’s line', phone =>
    expect(isPlaceholderPhone(phone)).toBe(true),
  )
  it.each(['+5511987654321', '+5511998999999', '+551123456789', '', '9'.repeat(6)])('%s may be a line', phone =>
    expect(isPlaceholderPhone(phone)).toBe(false),
  )

  it.each([
    'teste@teste.com',
    'test12@example.com',
    'nao@tem.com',
    'nao.tem@gmail.com',
    'aaa@example.com',
    'asdasd@a.co',
  ])('%s is nobody’s mailbox', email => expect(isPlaceholderMailbox(email)).toBe(true))
  it.each([
    'nao@example.jp',
    'anne@example.com',
    'contato@example.com',
    'testa@example.com',
    'aa@example.com',
    'teste',
    '',
  ])('%s may be a mailbox', email => expect(isPlaceholderMailbox(email)).toBe(false))

  it('is one whatever number or tag is put behind its word, or digits before its repeated one', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.stringMatching(/^[a-z0-9.]{0,20}$/),
        fc.integer({ min: 0, max: 9 }),
        (number, tag, digit) => {
          expect(isPlaceholderMailbox(`teste${number}+${tag}@example.com`)).toBe(true)
          expect(isPlaceholderPhone(`+${number}${String(digit).repeat(7)}`)).toBe(true)
        },
      ),
    )
  })
})
