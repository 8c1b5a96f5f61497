import { describe, expect, it } from 'vitest'
import { foldText } from './fold-text.ts'
import { sameCompanyName } from './same-company-name.ts'
import { sameGivenName } from './same-given-name.ts'
import { samePersonName } from './same-person-name.ts'
import { editDistance, jaroWinkler } from './similarity.ts'

describe('given names', () => {
  it.each([
    ['Beto', 'Roberto'],
    ['Beto', 'Humberto'],
    ['Chico', 'Francisco'],
    ['Zé', 'José'],
    ['Duda', 'Eduarda'],
    ['Malu', 'Maria Luiza'],
    ['Pepe', 'José'],
    ['Paco', 'Francisco'],
    ['Bob', 'Robert'],
    ['Joãozinho', 'João'],
    ['Thais', 'Taís'],
    ['Ana', 'Ana Beatriz'],
    ['Tincho', 'Martín'],
    ['Corrinha', 'Socorro'],
    ['Marcelinho', 'Marcelo'],
    ['Renatinha', 'Renata'],
    ['Dieguito', 'Diego'],
    ['Paquita', 'Paca'],
  ])('%s can be %s', (a, b) => expect(sameGivenName(a, b)).toBe(true))

  it.each([
    ['Beto', 'Francisco'],
    ['Ana', 'Mariana'],
    ['Mario', 'Mariano'],
    ['João', 'José'],
    ['Paulo', 'Paula'],
    ['Marcos', 'Marcelo'],
    ['Marcelinho', 'Marcela'],
    // A man's name and a woman's, and the two endings of one in Brazil.
    ['Silvio', 'Silvia'],
    ['Gabriel', 'Gabriela'],
    ['Juliana', 'Juliane'],
    ['Daniel', 'Danilo'],
    ['', ''],
  ])('%s is not %s', (a, b) => expect(sameGivenName(a, b)).toBe(false))
})

describe('names of persons', () => {
  it.each([
    ['João da Silva', 'JOAO SILVA'],
    ['Silva, João', 'João Silva'],
    ['Ana Beatriz Souza', 'Ana Souza'],
    ['Zeca Prado', 'José Prado'],
    ['J. Prado', 'José Prado'],
    ['RuiPrado', 'Rui Prado'],
    ['Sra. Marina Telles', 'Marina Teles'],
    ['Иван Петров', 'Ivan Petrov'],
    ['Hamza bin Tariq Nasser', 'Hamza Nasser'],
    ['Rui Prado Filho', 'Rui Prado'],
    ['Rui Prado Jr.', 'Rui Prado Júnior'],
    ['Fernanda Pradoo', 'Fernanda Prado'],
  ])('%s can be %s', (a, b) => expect(samePersonName(a, b)).toBe(true))

  it.each([
    ['João da Silva', 'José da Silva'],
    ['Ana Souza', 'Ana Lima'],
    ['Ana', 'Ana Souza'],
    ['J. P.', 'José Prado'],
    ['Bruno Lind', 'Bruno Lindemann'],
    ['Rui Marquinho', 'Rui Marques'],
    ['Hamza bin Tariq Nasser', 'Tariq bin Hamza Nasser'],
    ['Petro Danylenko', 'Ivan Petrovych Danylenko'],
    ['Fernanda Prado', 'Fernando Prado'],
    ['Marina Umbral', 'Mariana Umbral'],
    ['Gilson Prado', 'Wilson Prado'],
    ['Rui Prado Filho', 'Rui Prado Neto'],
    ['Rui Prado II', 'Rui Prado III'],
    ['', 'Ana'],
  ])('%s is not %s', (a, b) => expect(samePersonName(a, b)).toBe(false))
})

describe('names of companies', () => {
  it.each([
    ['Padaria Central Ltda.', 'PADARIA CENTRAL S/A'],
    ['Constructora Núñez S.A. de C.V.', 'Constructora Nunez'],
    ['Umbrela Brasil', 'Umbrela'],
    ['Umbrela N.V., Rotterdam', 'Umbrela B.V.'],
    ['U.M.B. Foods', 'UMB Foods'],
    ['Umbrella Foods', 'Umbrela Foods'],
    ['ANB', 'Associação Nordestina Bordados'],
    ['Umbrela Storage Tech B.V.', 'Umbrela Storage Technologies'],
    ['Umbrela Sensor Technology', 'Umbrela Sensor Technologies'],
    ['Koninkijke Umbrela N.V.', 'Umbrela'],
    ['Umbrela Mills OJSC', 'Umbrela Mills JSC'],
    ['1st Umbrela Bank', 'First Umbrela Bank'],
    // Abbreviated, and in another language.
    ['Umbrela Intl. Mfg. Inds.', 'Umbrela International Manufacturing Industries'],
    ['Univ. de Umbral', 'Universidade de Umbral'],
    ['Stichting Umbrela', 'Fundação Umbrela'],
    ['Umbrela Deutschland', 'Umbrela Germany'],
    ['Koninkl Umbrela Group', 'Koninklijke Umbrela Groep'],
    // Joined, split and glued.
    ['Umbrela StorageTechnologies', 'Umbrela Storage Technology'],
    ['UmbrelaNV', 'Umbrella N.V.'],
    ['Umbrela N.V. te Rotterdam', 'Umbrela'],
    ['Pharma Umbrela', 'Farma Umbrela'],
    ['Acme', 'Acme Foods'],
    ['Metalúrgica Umbrela', 'Umbrela'],
    ['Clínica Dra. Prado', 'Clínica Doutora Prado'],
    ['Prado e Lima Advogados', 'Prado & Lima Advogados Associados'],
    ['Universidade Federal do Alto Umbral - UFU', 'UFU'],
  ])('%s can be %s', (a, b) => expect(sameCompanyName(a, b)).toBe(true))

  it.each([
    ['Acme Chile', 'Umbrela Chile'],
    ['ABC Foods', 'ABD Foods'],
    ['Banco', 'Banco Umbrela'],
    ['Metalúrgica Silva', 'Silva'],
    ['Metalúrgica Umbrela', 'Hospital Umbrela'],
    ['Agro Brasil', 'Agro Bahia'],
    ['Universidade Federal do Pará', 'Universidade Federal do Paraná'],
    ['Grupo Norte Vidros', 'Grupo Norte Metais'],
    ['Casa Nova', 'Casa Novais'],
    ['Banco Umbrela México', 'Banco Umbrela Chile'],
    ['Acme Foods', 'Acme Metals'],
    ['Continental', 'Continental Foods'],
    ['Silva', 'Silva Foods'],
    ['Enel', 'Engel Developers'],
    ['Umbral Telecom', 'Telekom Norte'],
    ['Umbrela Partners V', 'Umbrela Partners VI'],
    ['Brigada B2244', 'Brigada B224'],
    ['Estudos do Alto Umbral - FUU', 'FUU'],
    ['Industrial and Commercial Bank', 'Industrial and Commercial Bank of Atlantis'],
    ['', ''],
  ])('%s is not %s', (a, b) => expect(sameCompanyName(a, b)).toBe(false))
})

describe('measures', () => {
  it('count a swap of neighbours as one edit and stop at the bound', () => {
    expect(editDistance('oliveira', 'oliviera', 2)).toBe(1)
    expect(editDistance('oliveira', 'oliveira', 2)).toBe(0)
    expect(editDistance('ana', 'roberto', 2)).toBe(3)
  })

  it('give the published Jaro–Winkler values (Winkler 1990)', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.961, 3)
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2)
    expect(jaroWinkler('', '')).toBe(0)
  })

  it('fold case, accents and signs, and nothing more on a second time', () => {
    expect(foldText("  D'ÁVILA—São João ")).toBe('davila sao joao')
    expect(foldText(foldText('Ærø ŁÓDŹ'))).toBe(foldText('Ærø ŁÓDŹ'))
    expect(foldText('Юлія Щукіна')).toBe('iuliia shchukina')
    expect(foldText(foldText('Объект Йошкар'))).toBe(foldText('Объект Йошкар'))
  })
})
