import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldOfPlainerLabel } from './label-variants.ts'
import { recogniseField } from './recognise-field.ts'

const fieldOf = (label: string) => recogniseField('input_7', { label })?.field

describe('a longer label', () => {
  it('is read without its example, its note and the company it is about', () => {
    expect(fieldOf('Cargo (ex.: Gerente de Vendas)')).toBe('jobTitle')
    expect(fieldOf('Phone (with country code)')).toBe('phone')
    expect(fieldOf('Ramo de atividade da sua empresa')).toBe('industry')
    expect(fieldOf('Nome (do aluno)')).toBeUndefined()
    expect(fieldOf('Data de fundação da empresa')).toBeUndefined()
  })

  it('is read without a note that says how to write it, and not without one that may say whose it is', () => {
    expect(fieldOf('Telefone celular (somente números)')).toBe('phone')
    expect(fieldOf('Celular (10 dígitos)')).toBe('phone')
    expect(fieldOf('Nome completo (sem abreviações)')).toBe('fullName')
    expect(fieldOf('Work email (no Gmail)')).toBe('email')
    expect(fieldOf('Nombre (de la mascota)')).toBeUndefined()
    expect(fieldOf('País (destino)')).toBeUndefined()
    expect(fieldOf('E-mail (sem senha)')).toBe('email')
    expect(fieldOf('E-mail (não o telefone)')).toBeUndefined()
  })

  it.each([
    ['Qual o melhor número para falarmos com você?', 'phone'],
    ['Em qual número podemos te chamar?', 'phone'],
    ['¿A qué número te llamamos?', 'phone'],
    ['Best number to reach you', 'phone'],
    ['Para qual e-mail enviamos o material?', 'email'],
    ['Em qual e-mail deseja receber a proposta?', 'email'],
    ['¿A qué correo te enviamos la guía?', 'email'],
    ['Which email should we send the quote to?', 'email'],
  ])('asks for a contact by what we would do with it: %s', (label, field) => {
    expect(fieldOf(label)).toBe(field)
  })

  it.each([
    'Which emails do you want to receive?',
    'What is the best time to call you?',
    'Qual o melhor horário para ligarmos?',
    'What number should we send it to?',
    'Qual o número do seu pedido?',
    'Qual empresa podemos contatar?',
    'Quero receber e-mails',
  ])('asks for no contact: %s', label => {
    expect(fieldOf(label)).toBeUndefined()
  })

  it('may name the same thing twice, and is nothing when it names two', () => {
    expect(fieldOf('Profissão/Cargo')).toBe('jobTitle')
    expect(fieldOf('Correo o teléfono')).toBe('emailOrPhone')
    expect(fieldOf('Cargo/Empresa/Cidade')).toBeUndefined()
    expect(fieldOf('Empresa e cargo')).toBeUndefined()
  })

  it('asks for a size only of a company, and counts only its people', () => {
    expect(fieldOf('Qual o tamanho da sua empresa?')).toBe('companySize')
    expect(fieldOf('How many people work at your company?')).toBe('companySize')
    expect(fieldOf('Tamanho da camiseta')).toBeUndefined()
    expect(fieldOf('How many people will attend?')).toBeUndefined()
  })

  it('is a message when it asks to describe a project, and nothing when it asks for its name', () => {
    expect(fieldOf('Descreva brevemente o seu projeto')).toBe('message')
    expect(fieldOf('Parlez-nous de votre projet')).toBe('message')
    expect(fieldOf('Nome do projeto')).toBeUndefined()
    expect(fieldOf('Tell us about your company')).toBeUndefined()
  })

  it.each([
    'Nome do indicado',
    'Qual o nome do seu gestor?',
    'Título da mensagem',
    'Confirme seu e-mail',
    'Company address',
    'Company number',
    'Do you have a website?',
    'Is your company hiring?',
    'Código do WhatsApp',
    'Previous employer',
    'State your business',
  ])('keeps %j unmapped', label => {
    expect(fieldOf(label)).toBeUndefined()
  })

  it('is read in time and without an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => void fieldOfPlainerLabel(text)),
      { numRuns: 300 },
    )
    for (const piece of ['(', 'ex ', 'de la ', ' ou ', '[a] ']) expect(fieldOf(piece.repeat(100_000))).toBeUndefined()
  })
})
