import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emailMatchKey, phoneMatchKey } from './match-keys.ts'

describe('emailMatchKey', () => {
  it('is equal for the same mailbox however it is written', () => {
    expect(emailMatchKey('Joa\u0303o@Example.com')).toBe(emailMatchKey('joão@example.com'))
  })

  it.each([
    ['ana.silva+demo@gmail.com', 'anasilva@googlemail.com'],
    ['ana+demo@outlook.com', 'ana@outlook.com'],
    ['ana+demo@hotmail.com.br', 'ana@hotmail.com.br'],
    ['ana+demo@fastmail.com', 'ana@fastmail.com'],
    ['ana@yandex.com', 'ana@ya.ru'],
  ])('is one where the provider says so: %s and %s', (a, b) => {
    expect(emailMatchKey(a)).toBe(emailMatchKey(b))
  })

  it.each([
    ['ana.silva@example.com', 'anasilva@example.com'],
    ['ana+demo@example.com', 'ana@example.com'],
    ['ana.silva@outlook.com', 'anasilva@outlook.com'],
    ['ana@outlook.com', 'ana@hotmail.com'],
    ['ana-demo@yahoo.com', 'ana@yahoo.com'],
    ['ana+demo@uol.com.br', 'ana@uol.com.br'],
    ['ana+demo@live.tv', 'ana@live.tv'],
    ['ana+demo@icloud.com', 'ana@icloud.com'],
    ['ana@icloud.com', 'ana@me.com'],
    ['a..na@gmail.com', 'ana@gmail.com'],
    ['ana+demo@gmail.com.example', 'ana@gmail.com.example'],
    ['+demo@gmail.com', '+other@gmail.com'],
  ])('is two where they may be two people: %s and %s', (a, b) => {
    expect(emailMatchKey(a)).not.toBe(emailMatchKey(b))
  })

  it('is its own key, for any text', () => {
    const domain = fc.constantFrom('gmail.com', 'outlook.com', 'ya.ru', 'example.com')
    const address = fc.tuple(fc.stringMatching(/^[a-z.+]{1,9}$/), domain).map(parts => parts.join('@'))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), address), text => {
        const key = emailMatchKey(text)
        expect(emailMatchKey(key)).toBe(key)
      }),
      { numRuns: 500 },
    )
  })
})

it('phoneMatchKey is the number itself', () => {
  expect(phoneMatchKey('+551134567890')).toBe('+551134567890')
})
