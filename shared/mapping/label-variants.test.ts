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
