import { describe, expect, it } from 'vitest'
import { emailMatchKey, phoneMatchKey } from './match-keys.ts'

describe('match keys', () => {
  it('are equal for the same mailbox however it is written', () => {
    expect(emailMatchKey('Joa\u0303o@Example.com')).toBe(emailMatchKey('joão@example.com'))
  })

  it('are different for addresses that only some providers treat as one', () => {
    expect(emailMatchKey('ana.silva@example.com')).not.toBe(emailMatchKey('anasilva@example.com'))
    expect(emailMatchKey('ana+demo@example.com')).not.toBe(emailMatchKey('ana@example.com'))
  })

  it('are the number itself for a phone', () => {
    expect(phoneMatchKey('+551134567890')).toBe('+551134567890')
  })
})
