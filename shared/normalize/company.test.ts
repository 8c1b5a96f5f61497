import { describe, expect, it } from 'vitest'
import { normalizeCompany } from './company.ts'

const base = (name: string, country?: string) => normalizeCompany(name, country).base
const display = (name: string) => normalizeCompany(name).display

describe('normalizeCompany', () => {
  it.each([
    ['Padaria União Ltda', 'padaria união', 'ltda'],
    ['Padaria União LTDA. ME', 'padaria união', 'ltdame'],
    ['Silva & Cia. Ltda.', 'silva', 'cialtda'],
    ['Metais S/A', 'metais', 'sa'],
    ['Metais S. A.', 'metais', 'sa'],
    ['Grupo Sol, S.A.P.I. de C.V.', 'grupo sol', 'sapidecv'],
    ['Grupo Sol S. de R. L. de C. V.', 'grupo sol', 'sderldecv'],
    ['Casa Unipessoal, Lda.', 'casa', 'unipessoallda'],
    ['Adler GmbH & Co. KG', 'adler', 'gmbhcokg'],
    ['Adler UG (haftungsbeschränkt)', 'adler', 'ughaftungsbeschrankt'],
    ['Acme, Inc.', 'acme', 'inc'],
    ['Acme L.L.C.', 'acme', 'llc'],
    ['Biuro Sp. z o.o.', 'biuro', 'spzoo'],
    ['Dům spol. s r.o.', 'dům', 'spolsro'],
    ['青空株式会社', '青空', '株式会社'],
    ['ООО Ромашка', 'ромашка', 'ооо'],
    ['Acme Ltda - Filial Sul', 'acme filial sul', 'ltda'],
  ])('takes the legal form of %s off the base', (name, expected, legalForm) => {
    expect(normalizeCompany(name)).toMatchObject({ base: expected, legalForm })
  })

  it.each([
    ['Acme S.A. - Brasil, Bolsa', 'acme brasil, bolsa', 'sa'],
    ['Acme S/A (Filial Sul)', 'acme (filial sul)', 'sa'],
    ['Acme S. A. – Marca', 'acme marca', 'sa'],
    ['Acme - Sociedade Unipessoal, Lda.', 'acme', 'sociedadeunipessoallda'],
    ['Acme Sociedad por Acciones', 'acme', 'sociedadporacciones'],
    ['Prado Sociedade de Advogados', 'prado', 'sociedadedeadvogados'],
    ['Acme S.A.E.C.A.', 'acme', 'saeca'],
  ])('takes a form with its signs before a dash or bracket, and the long form of %s', (name, expected, legalForm) => {
    expect(normalizeCompany(name)).toMatchObject({ base: expected, legalForm })
  })

  it('leaves letters before a dash that are no sure form', () => {
    expect(base('Casa A.B. - Consultoria')).toBe('casa a.b. - consultoria')
    expect(base('Metais SA - Filial')).toBe('metais sa - filial')
  })

  it('keeps a spa outside Italy, Chile and Algeria, unless it is written as their form', () => {
    expect(base('Beleza Spa', 'BR')).toBe('beleza spa')
    expect(base('DAY SPA')).toBe('day spa')
    expect(display('BELEZA SPA')).toBe('Beleza Spa')
    for (const name of ['Forni S.p.A.', 'Forni SpA']) expect(base(name)).toBe('forni')
    for (const country of ['IT', 'CL']) expect(base('FORNI SPA', country)).toBe('forni')
  })

  it('keeps a Brazilian state after the name, and takes the civil society with its sign', () => {
    expect(base('Hospital SC', 'BR')).toBe('hospital sc')
    expect(base('Hospital S/C', 'BR')).toBe('hospital')
    expect(base('Hospital SC', 'MX')).toBe('hospital')
  })

  it("takes a sole trader's tax number off the base, and leaves other numbers", () => {
    for (const name of ['12.345.678 Ana Prado', 'Ana Prado 12345678909', 'Ana Prado 123.456.789-09 MEI'])
      expect(normalizeCompany(name, 'BR').base).toBe('ana prado')
    for (const name of ['12.345.678', 'Rota 66 12345678909', 'Turma 1234567'])
      expect(base(name)).toBe(name.toLowerCase())
  })

  it('leaves words that only look like a form', () => {
    expect(base('Limited Edition Store')).toBe('limited edition store')
    expect(base('Call me')).toBe('call me')
    expect(base('As Marias')).toBe('as marias')
    expect(base('Casa', 'BR')).toBe('casa')
  })

  it('believes a short form in small letters only where the country is known to use it', () => {
    expect(base('Café Sul sc', 'ES')).toBe('café sul')
    expect(base('Café Sul sc')).toBe('café sul sc')
    expect(base('Café Sul SC')).toBe('café sul')
    expect(base('AS Põhi', 'EE')).toBe('põhi')
    expect(base('AS Põhi')).toBe('as põhi')
  })

  it('keeps a name of nothing but a legal form', () => {
    for (const name of ['Ltda', 'S.A.', 'GmbH & Co. KG']) expect(base(name)).toBe(name.toLowerCase())
  })

  it("keeps accents and signs of the base, which are the comparer's matter", () => {
    expect(base('A.B.C. Corp')).toBe('a.b.c.')
    expect(base('Smith & Jones Corporation')).toBe('smith & jones')
  })

  it('makes a name of all capitals or none readable, and leaves what may be an acronym', () => {
    expect(display('PADARIA DO JOÃO LTDA ME')).toBe('Padaria do João Ltda ME')
    expect(display('mercado da vila s.a.')).toBe('Mercado da Vila S.A.')
    for (const name of ['IBM', 'TOTVS', 'BNDES', 'JBS S.A.', '99app', 'booking.com']) expect(display(name)).toBe(name)
  })

  it('never changes the case of a name that has both', () => {
    for (const name of ['iFood', 'eBay Inc', 'McDonald da Silva LTDA']) expect(display(name)).toBe(name)
  })

  it('cleans white space, and cuts what is no name', () => {
    expect(display('  Acme \u00a0 \n Ltda ')).toBe('Acme Ltda')
    expect(display('a'.repeat(10_000))).toHaveLength(240)
  })
})
