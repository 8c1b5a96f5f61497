import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeIndustry } from './industry.ts'
import { industryTable } from './tables/industries.ts'

const keys = industryTable.split('\n').map(line => line.split(' ')[0] ?? '')

describe('normalizeIndustry', () => {
  it('knows the 148 values and their English labels', () => {
    expect(keys).toHaveLength(148)
    for (const key of keys) {
      expect(normalizeIndustry(key)).toBe(key)
      expect(normalizeIndustry(key.toLowerCase().replaceAll('_', ' '))).toBe(key)
    }
    expect(normalizeIndustry('Health, Wellness and Fitness')).toBe('HEALTH_WELLNESS_AND_FITNESS')
    expect(normalizeIndustry('E-Learning')).toBe('E_LEARNING')
  })

  it.each([
    ['Indústria de Alimentos', 'FOOD_PRODUCTION'],
    ['CONSTRUCAO CIVIL', 'CONSTRUCTION'],
    ['Agronegócios', 'FARMING'],
    ['escritório de contabilidade', 'ACCOUNTING'],
    ['Hospitalidade', 'HOSPITALITY'],
    ['Hospital', 'HOSPITAL_HEALTH_CARE'],
    ['sector inmobiliario', 'REAL_ESTATE'],
    ['Software Development', 'COMPUTER_SOFTWARE'],
    ['IT Services and IT Consulting', 'INFORMATION_TECHNOLOGY_AND_SERVICES'],
    ['Bares & Restaurantes', 'RESTAURANTS'],
    ['Automação comercial', 'COMPUTER_SOFTWARE'],
    ['Salmonicultura', 'FISHERY'],
  ])('reads %s', (text, key) => {
    expect(normalizeIndustry(text)).toBe(key)
  })

  it.each([
    ['Loja de móveis', 'FURNITURE'],
    ['Escritório de arquitetura', 'ARCHITECTURE_PLANNING'],
    ['Despacho contable', 'ACCOUNTING'],
    ['Escola particular', 'EDUCATION_MANAGEMENT'],
    ['Universidad privada', 'HIGHER_EDUCATION'],
    ['Moda infantil', 'APPAREL_FASHION'],
    ['Banco digital', 'BANKING'],
    ['Gobierno municipal', 'GOVERNMENT_ADMINISTRATION'],
    ['Distribuidora de bebidas', 'WHOLESALE'],
    ['Atacado de calçados', 'WHOLESALE'],
  ])('reads %s by its head or what explains it', (text, key) => {
    expect(normalizeIndustry(text)).toBe(key)
  })

  it.each([
    ['Software y tecnología', 'COMPUTER_SOFTWARE'],
    ['TI - Software', 'COMPUTER_SOFTWARE'],
    ['Bancos e finanças', 'BANKING'],
    ['Educação e treinamento', 'PROFESSIONAL_TRAINING_COACHING'],
  ])('takes the narrower where one industry lies within the other: %s', (text, key) => {
    expect(normalizeIndustry(text)).toBe(key)
  })

  it.each([
    'Escola de samba',
    'Banco de alimentos',
    'Distribuidora de filmes',
    'Escritório',
    'Despacho',
    'Loja infantil',
    'Privado',
    'Comércio e serviços',
    'Software e banana',
    'Bancos, finanças e seguros',
  ])('does not guess from a head, an adjective or an unknown word: %j', text => {
    expect(normalizeIndustry(text)).toBeNull()
  })

  it.each([
    'Outros',
    'Serviços',
    'Banco de imagens',
    'Segurança do trabalho',
    'Varejo de moda',
    'n/a',
    '',
    '名前',
    '__proto__',
  ])('has no answer for %j: wrong is worse than none', text => {
    expect(normalizeIndustry(text)).toBeNull()
  })

  it('gives a value or null for any text, and reads a sentence as none', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.lorem(), fc.constantFrom(...keys))
    fc.assert(
      fc.property(text, raw => {
        const found = normalizeIndustry(raw)
        if (found !== null) expect([keys.includes(found), normalizeIndustry(found)]).toEqual([true, found])
      }),
      { numRuns: 300 },
    )
    expect(normalizeIndustry('software '.repeat(100_000))).toBeNull()
  })
})
