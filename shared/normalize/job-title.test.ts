import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeJobTitle } from './job-title.ts'

describe('normalizeJobTitle', () => {
  it.each([
    ['Diretora Comercial', 'director', 'sales'],
    ['Sócio-proprietário', 'owner', undefined],
    ['Dueña', 'owner', undefined],
    ['CEO & Founder', 'owner', undefined],
    ['Diretor(a) Executivo(a)', 'c_level', undefined],
    ['Chief Revenue Officer', 'c_level', 'sales'],
    ['Vice-presidente de Vendas', 'vp', 'sales'],
    ['Head of Growth', 'director', 'marketing'],
    ['Gerente de TI', 'manager', 'information_technology'],
    ['Jefa de Recursos Humanos', 'manager', 'human_resources'],
    ['Coordenador de Compras', 'manager', 'purchasing'],
    ['Analista Fiscal Sênior', 'senior', 'finance'],
    ['Analista Jr', 'entry', undefined],
    ['Estagiário de Engenharia', 'intern', 'engineering'],
  ])('reads %s', (title, seniority, department) => {
    const read = normalizeJobTitle(title)
    expect([read.title, read.seniority, read.department]).toEqual([title, seniority, department])
  })

  it('does not give an assistant the rank of whom they assist, nor a product owner a company', () => {
    expect(normalizeJobTitle('Executive Assistant to the CEO').seniority).toBe('entry')
    expect(normalizeJobTitle('Secretária da Diretoria').seniority).toBeUndefined()
    expect(normalizeJobTitle('Product Owner').seniority).toBeUndefined()
    expect(normalizeJobTitle('HR Business Partner').seniority).toBeUndefined()
    expect(normalizeJobTitle('Assistant Manager').seniority).toBe('manager')
  })

  it('says nothing where no word does', () => {
    expect(normalizeJobTitle('Médico')).toEqual({ title: 'Médico' })
    expect(normalizeJobTitle('Auditor Interno').seniority).toBeUndefined()
    expect(normalizeJobTitle(' ')).toEqual({ title: '' })
  })

  it('makes a title of all capitals or none readable, and leaves any other', () => {
    expect(normalizeJobTitle('GERENTE DE TI').title).toBe('Gerente de TI')
    expect(normalizeJobTitle('head of growth').title).toBe('Head of Growth')
    expect(normalizeJobTitle('ceo').title).toBe('CEO')
    expect(normalizeJobTitle('iOS Developer').title).toBe('iOS Developer')
  })

  it('never throws, and is the same from its own title, for any text', () => {
    const word = fc.constantFrom('CEO', 'ceo', 'diretor(a)', 'DE', 'e', 'TI', 'ß', 'x', 'É', '-', '&', 'Sr.')
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 5 }).map(words => words.join(' ')),
    )
    fc.assert(
      fc.property(text, raw => {
        const once = normalizeJobTitle(raw)
        expect(normalizeJobTitle(once.title)).toEqual(once)
      }),
      { numRuns: 300 },
    )
    expect(normalizeJobTitle('ceo '.repeat(250_000)).seniority).toBeUndefined()
  })
})
