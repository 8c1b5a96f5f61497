import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailboxKind } from './mailbox-kind.ts'

describe('mailboxKind', () => {
  it.each([
    'info',
    'contato',
    'vendas',
    'vendas.sp',
    'comercial2',
    'fale-conosco',
    'no-reply',
    'Ventas',
    'atención',
    'vertrieb',
    'service',
    'commercial',
    'sac',
    'rh+vagas',
    'financeiro_nf',
    'financeiro.matriz',
    'geral',
    'agenda',
    'filial01',
    'contas.a.pagar',
    'postventa',
    'atencion.cliente',
    'people',
  ])('%s@ is read by a team', local => {
    expect(mailboxKind(`${local}@example.com`).role).toBe(true)
  })

  it.each([
    'ana',
    'ana.vendas',
    'mariana.contato1990x',
    'hi.fernandez',
    'rafael',
    'ti.silveira',
    'infonet',
    'geraldo',
    'agenda.mariana',
    'matriz.silveira',
    '',
    'admiral',
  ])('%s@ is read by a person', local => {
    expect(mailboxKind(`${local}@example.com`).role).toBe(false)
  })

  it.each([
    'gmail.com',
    'hotmail.com.br',
    'yahoo.com.ar',
    'uol.com.br',
    'bol.com.br',
    'gmx.de',
    'icloud.com',
    'live.co.uk',
  ])('%s gives mailboxes to anyone', domain => {
    expect(mailboxKind(`ana@${domain}`)).toEqual({ role: false, free: true, disposable: false })
  })

  it.each(['mailinator.com', 'yopmail.com', 'x.mailinator.com', 'guerrillamail.com', '10minutemail.com'])(
    '%s throws mailboxes away',
    domain => {
      expect(mailboxKind(`ana@${domain}`).disposable).toBe(true)
    },
  )

  it.each([
    'example.com',
    'empresa.com.br',
    'gmail.example.com',
    'notgmail.com',
    'live.example',
    'live.tv',
    'microsoft.com',
  ])('%s is a company’s, as far as can be told', domain => {
    expect(mailboxKind(`ana@${domain}`)).toEqual({ role: false, free: false, disposable: false })
  })

  it('never throws for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(Object.keys(mailboxKind(text))).toEqual(['role', 'free', 'disposable'])
      }),
      { numRuns: 300 },
    )
  })
})
