import { describe, expect, it } from 'vitest'
import { blockKeys } from './block-keys.ts'
import { type Comparable, prepareLead } from './prepare-lead.ts'

const keys = (lead: Comparable) => blockKeys(prepareLead(lead))
const meet = (a: Comparable, b: Comparable) => keys(a).some(key => keys(b).includes(key))

describe('block keys', () => {
  it('bring together what may be one person', () => {
    const ana = { firstName: 'Ana', lastName: 'Prado', company: 'Acme Ltda', email: 'ana@acme.example' }
    expect(meet(ana, { email: 'ana@acme.example' })).toBe(true)
    expect(meet(ana, { firstName: 'Prado', lastName: 'Ana', company: 'ACME S.A.' })).toBe(true)
    expect(meet(ana, { firstName: 'Aninha', lastName: 'Pardo', website: 'https://www.acme.example/a' })).toBe(true)
    expect(meet({ phone: '+5511961234567' }, { phone: '+551161234567' })).toBe(true)
  })

  it('bring together what was typed too fast', () => {
    const rui = { firstName: 'Rui', lastName: 'Quintela', city: 'Curitiba' }
    expect(meet(rui, { firstName: 'uRi', lastName: 'uQintela', city: 'Cuirtiba' })).toBe(true)
    expect(meet(rui, { firstName: 'Rui', lastName: 'Quintlae' })).toBe(true)
    const desk = (email: string) => ({ email })
    expect(meet(desk('harbour77@umbrela.example'), desk('harbour77@umberla.example'))).toBe(true)
    expect(meet(desk('zarbour77@umbrela.example'), desk('harbour77@umbrela-br.example'))).toBe(true)
    expect(meet(desk('harbour77@umbrela.example'), desk('lantern12@umbrela.example'))).toBe(false)
  })

  it('bring together a company however its words are joined or abbreviated', () => {
    const firm = (company: string) => ({ company })
    expect(meet(firm('Sementes Umbral'), firm('SementesUmbral'))).toBe(true)
    expect(meet(firm('Umbrela International Seeds'), firm('UmbrelaInternational Seeds'))).toBe(true)
    expect(meet(firm('Koninkl Umbrela Zaden'), firm('Umbrela NV'))).toBe(true)
    expect(meet(firm('Umbrela Seeds'), firm('Acme Seeds of Umbral'))).toBe(false)
  })

  it('do not bring together what shares only what many share', () => {
    const silva = (extra: Comparable) => ({ firstName: 'Maria', lastName: 'da Silva', ...extra })
    expect(meet(silva({ company: 'Acme' }), silva({ company: 'Umbrela' }))).toBe(false)
    expect(meet({ firstName: 'Rui', email: 'rui@gmail.com' }, { firstName: 'Eva', email: 'eva@gmail.com' })).toBe(false)
    const inRecife = (firstName: string, phone: string) => ({
      ...{ firstName, lastName: 'Silva', city: 'Recife' },
      ...{ email: `${firstName}@acme-${firstName}.example`, phone },
    })
    expect(meet(inRecife('Rui', '+558134567890'), inRecife('Ana', '+558134561234'))).toBe(false)
  })

  it('bring together a mistyped name of one city where mailbox or line is missing', () => {
    const inRecife = (lastName: string) => ({ firstName: 'Ana', lastName, city: 'Recife' })
    expect(meet({ ...inRecife('Silva'), email: 'ana@acme.example' }, inRecife('Slvia'))).toBe(true)
    expect(meet(inRecife('Silva'), { ...inRecife('Silva'), firstName: 'Aan', city: 'Reicfe' })).toBe(true)
  })

  it('are none for a lead without anything to be found by', () => {
    expect(keys({})).toEqual([])
    expect(keys({ firstName: 'Maria', lastName: 'Silva' })).toEqual([])
  })
})
