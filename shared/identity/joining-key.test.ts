import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Joinable, joiningKey } from './joining-key.ts'

const join = (a: Joinable, b: Joinable) => JSON.stringify(joiningKey(a)) === JSON.stringify(joiningKey(b))

describe('joiningKey', () => {
  const line = { phone: '+551134567890' }
  const team = { email: 'contato@acme.com.br' }

  it('joins by a personal mailbox, whatever the name and the phone', () => {
    expect(joiningKey({ email: 'ana@acme.com.br' })).toEqual({ kind: 'email', text: 'ana@acme.com.br' })
    expect(join({ email: 'ana@acme.com.br', firstName: 'Ana', ...line }, { email: 'ANA@acme.com.br' })).toBe(true)
  })

  it('joins by a mailbox of a team only together with the name', () => {
    expect(join({ ...team, fullName: 'Ana Souza' }, { ...team, firstName: 'ANA', lastName: 'de Souza' })).toBe(true)
    expect(join({ ...team, fullName: 'Ana Souza' }, { ...team, fullName: 'Rui Souza' })).toBe(false)
    expect(join({ ...team, fullName: 'Ana Souza' }, team)).toBe(false)
    expect(join(team, { ...team, ...line })).toBe(true)
  })

  it('joins by a line only where there is no mailbox, together with the name', () => {
    expect(join({ ...line, fullName: 'João Lima' }, { ...line, fullName: 'JOAO LIMA' })).toBe(true)
    expect(join({ ...line, fullName: 'João Lima' }, { ...line, fullName: 'Eva Lima' })).toBe(false)
    expect(join({ ...line, fullName: 'Eva' }, { ...line, fullName: 'Eva', phoneExtension: '12' })).toBe(false)
    expect(join({ ...line, fullName: 'Eva' }, { ...line, fullName: 'Eva', email: 'eva@acme.com.br' })).toBe(false)
  })

  it('tells father and son apart who share a line', () => {
    expect(join({ ...line, fullName: 'Rui Lima' }, { ...line, fullName: 'Rui Lima Filho' })).toBe(false)
    expect(join({ ...line, fullName: 'Rui Lima Jr' }, { ...line, firstName: 'Rui', lastName: 'Lima Júnior' })).toBe(
      true,
    )
  })

  it('is none for a mailbox or a line that was typed to get past the field', () => {
    expect(joiningKey({ fullName: 'Ana Souza', email: 'naotem@gmail.com' })).toBeUndefined()
    expect(joiningKey({ fullName: 'Ana Souza', phone: '+5511999999999' })).toBeUndefined()
    // What else there is still joins.
    expect(join({ ...line, fullName: 'Eva', email: 'naotem@gmail.com' }, { ...line, fullName: 'Eva' })).toBe(true)
  })

  it('is none without mailbox and line', () => {
    expect(joiningKey({ fullName: 'Ana Souza' })).toBeUndefined()
  })

  it('never mixes up what stands where, for any texts', () => {
    const text = fc.string()
    fc.assert(
      fc.property(text, text, text, text, (phone, nameA, phoneB, nameB) => {
        const a = joiningKey({ phone, fullName: nameA })
        const b = joiningKey({ phone: phoneB, fullName: nameB })
        if (a && b && a.text === b.text) expect(phone.trim()).toBe(phoneB.trim())
      }),
    )
  })
})
