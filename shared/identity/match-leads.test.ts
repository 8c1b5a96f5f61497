import { describe, expect, it } from 'vitest'
import { matchLeads } from './match-leads.ts'
import { mergeAction } from './merge-policy.ts'
import { type Comparable, prepareLead } from './prepare-lead.ts'

const compare = (a: Comparable, b: Comparable, people = {}) => matchLeads(prepareLead(a), prepareLead(b), people)
const held = (a: Comparable, b: Comparable, people = {}) =>
  compare(a, b, people).reasons.find(reason => reason.kind === 'held')?.why

const ana = { firstName: 'Ana', lastName: 'Souza', email: 'ana.souza@example.com', phone: '+551134567890' }

describe('matching leads', () => {
  it('takes one personal mailbox for one person, whatever else is missing', () => {
    expect(compare({ email: 'ana.souza@example.com' }, ana).outcome).toBe('match')
    expect(compare({ email: 'ana.lima@example.com' }, ana).outcome).not.toBe('match')
  })

  it('holds back a mailbox that persons with different names share', () => {
    const rui = { ...ana, firstName: 'Rui', lastName: 'Prado' }
    expect(compare(ana, rui).outcome).toBe('review')
    expect(held(ana, rui)).toBe('name_conflict')
  })

  it('does not take a role address for a person', () => {
    const desk = { email: 'contato@example.com', company: 'Acme', phone: '+551134567890' }
    expect(held(desk, { ...ana, company: 'Acme' })).toBe('role_mailbox')
    expect(compare(desk, desk).outcome).not.toBe('match')
  })

  it('takes a role address with one name at one company for one person', () => {
    const rui = { firstName: 'Rui', lastName: 'Prado', email: 'contato@example.com', company: 'Acme' }
    expect(compare(rui, rui).outcome).toBe('match')
    expect(compare(rui, { ...rui, firstName: 'Ana', lastName: 'Lima' }).outcome).not.toBe('match')
  })

  it('matches a phone with a compatible name, and never colleagues behind one switchboard', () => {
    const byPhone = { firstName: 'Ana', lastName: 'de Souza', phone: '+551134567890' }
    expect(compare(ana, byPhone).outcome).toBe('match')
    const rui = { firstName: 'Rui', lastName: 'Prado', phone: '+551134567890', company: 'Acme' }
    expect(held({ ...ana, company: 'Acme' }, rui)).toBe('name_conflict')
    const otherAna = { firstName: 'Ana', lastName: 'Prado', phone: '+551134567890', company: 'Acme' }
    expect(held({ ...ana, company: 'Acme' }, otherAna)).toBe('name_conflict')
  })

  it('believes a phone less that many people are known to have', () => {
    const byPhone = { firstName: 'Ana', lastName: 'Souza', phone: '+551134567890' }
    const bare = { firstName: 'Ana', lastName: 'Souza', phone: '+551134567890' }
    expect(compare(bare, byPhone, { phone: 3 }).outcome).toBe('match')
    expect(compare(bare, byPhone, { phone: 4 }).outcome).not.toBe('match')
    expect(held(bare, byPhone, { phone: 4 })).toBe('shared_key')
  })

  it('believes an address less that many people are known to have', () => {
    expect(compare({ email: ana.email }, ana, { email: 9 }).outcome).not.toBe('match')
  })

  it('never matches by a name alone, however rare', () => {
    const rare = { firstName: 'Ildegarda', lastName: 'Brumworth' }
    expect(held(rare, rare)).toBe('one_signal')
    expect(compare(rare, rare).outcome).toBe('review')
    expect(compare({ ...rare, company: 'Acme Ltda' }, { ...rare, company: 'Acme S.A.' }).outcome).toBe('match')
  })

  it('does not take namesakes at two companies for one', () => {
    const one = { firstName: 'João', lastName: 'da Silva', company: 'Acme', email: 'joao.silva@example.com' }
    const two = { firstName: 'João', lastName: 'da Silva', company: 'Umbrela', email: 'joao.silva@example.org' }
    expect(compare(one, two).outcome).not.toBe('match')
    const rare = { firstName: 'Ildegarda', lastName: 'Brumworth' }
    const named = (company: string) => ({ ...rare, company })
    // A rare name is worth a look, unless all else is against it.
    expect(compare(named('Acme'), rare).outcome).toBe('review')
    expect(compare(named('Acme'), named('Umbrela')).outcome).toBe('none')
  })

  describe('people of one house who share a line', () => {
    const one = { phone: '+551134567890' }
    const pair = (first: readonly string[], second: readonly string[], both: Comparable = one) => {
      const named = ([firstName = '', lastName = '']: readonly string[]) => ({ ...both, firstName, lastName })
      return { held: held(named(first), named(second), {}), next: mergeAction(compare(named(first), named(second))) }
    }

    it.each([
      ['a man and a woman', ['Silvio', 'Prado'], ['Silvia', 'Prado']],
      ['a brother and a sister', ['Daniel', 'Umbral'], ['Daniela', 'Umbral']],
      ['father and son', ['Rui', 'Prado'], ['Rui', 'Prado Filho']],
      ['cousins', ['Juan', 'Umbral Pérez'], ['Juan', 'Umbral Soto']],
      ['second names', ['João Paulo', 'Umbral'], ['João Pedro', 'Umbral']],
      ['first names', ['Luis Alberto', 'Umbral'], ['José Alberto', 'Umbral']],
      ['one pair of names in two orders', ['José Maria', 'Umbral'], ['Maria José', 'Umbral']],
    ])('are two, and somebody looks: %s', (_, first, second) => {
      expect(pair(first, second)).toEqual({ held: 'name_conflict', next: { action: 'review' } })
    })

    it.each([
      ['a second name left out', ['João Paulo', 'Umbral'], ['João', 'Umbral']],
      ['a first name left out', ['Maria Clara', 'Umbral'], ['Clara', 'Umbral']],
      ['a second name shortened', ['João Paulo', 'Umbral'], ['João P.', 'Umbral']],
      ['a family name left out', ['Juan', 'Umbral Pérez'], ['Juan', 'Umbral']],
      ['the border of the names elsewhere', ['Rui', 'Paulo Umbral'], ['Rui Paulo', 'Umbral']],
      ['one suffix in two writings', ['Rui', 'Umbral Jr.'], ['Rui', 'Umbral Filho']],
    ])('are one: %s', (_, first, second) => {
      expect(pair(first, second).next).toEqual({ action: 'merge', because: 'phone_and_name' })
    })

    it('are one with a suffix left out or another family name where the mailbox is the same, not with two suffixes', () => {
      const mailbox = { email: 'harbour77@example.com' }
      expect(pair(['Rui', 'Prado'], ['Rui', 'Prado Filho'], mailbox).next.action).toBe('merge')
      expect(pair(['Eva', 'Prado Lima'], ['Eva', 'Prado Soto'], mailbox).next.action).toBe('merge')
      expect(pair(['Rui', 'Prado Neto'], ['Rui', 'Prado Filho'], mailbox).next.action).toBe('review')
    })
  })

  it('takes no likeness of two mailboxes for more than that of the names they are made of', () => {
    const marina = { firstName: 'Marina', lastName: 'Umbral', email: 'marina@umbral.example' }
    const mariana = { firstName: 'Mariana', lastName: 'Umbral', email: 'mariana@umbral.example' }
    expect(held(marina, mariana)).toBe('name_conflict')
    expect(compare(marina, { ...marina, email: 'marinna@umbral.example' }).outcome).toBe('match')
  })

  it('counts no line and no mailbox that is nobody’s', () => {
    const eva = { firstName: 'Eva', lastName: 'Lima' }
    const typed = { ...eva, phone: '+5511999999999', email: 'nao@tem.com' }
    expect(compare(typed, typed).reasons.filter(reason => reason.kind === 'evidence').length).toBe(2)
    expect(mergeAction(compare(typed, typed)).action).not.toBe('merge')
    const real = { ...eva, phone: '+5511934567890' }
    expect(mergeAction(compare(real, real)).action).toBe('merge')
  })

  it('weighs a common name less than a rare one', () => {
    const at = (firstName: string, lastName: string) => ({ firstName, lastName, city: 'Recife' })
    const score = (a: Comparable) => compare(a, a).score
    expect(score(at('Maria', 'Silva'))).toBeLessThan(score(at('Ildegarda', 'Brumworth')))
  })

  it('reads short forms, slips, accents and swapped fields as one name', () => {
    const base = { firstName: 'Francisco', lastName: 'Gonçalves', phone: '+551134567890' }
    for (const name of [
      { firstName: 'Chico', lastName: 'Goncalves' },
      { firstName: 'Francisco', lastName: 'Gonçalvse' },
      { firstName: 'Gonçalves', lastName: 'Francisco' },
      { firstName: 'F.', lastName: 'Gonçalves' },
    ])
      expect([name, compare(base, { ...base, ...name }).outcome]).toEqual([name, 'match'])
  })

  it('reads a name whose letters are in disorder, where the mailbox is the same, as one to look at', () => {
    const kay = { firstName: 'Ryan', lastName: 'Prado', email: 'harbour77@example.com' }
    const mistyped = compare(kay, { ...kay, firstName: 'ayn' })
    expect(mistyped.outcome).toBe('match')
    expect(mergeAction(mistyped).action).toBe('review')
    expect(held(kay, { ...kay, firstName: 'Rute' })).toBe('name_conflict')
    expect(held(kay, { ...kay, firstName: 'ayn', email: 'other55@example.com' })).toBe('name_conflict')
  })

  it('believes an address that was misread in both halves, and not one that two companies gave to namesakes', () => {
    const one = { firstName: 'Rui', lastName: 'Prado' }
    const paper = { ...one, email: 'harbourlight@umbrella-harbor.example' }
    expect(compare(paper, { ...one, email: 'harborlight@umbrela-harbor.example' }).outcome).toBe('match')
    const atMagna = { ...one, email: 'rui.prado@magnametais.example' }
    expect(compare(atMagna, { ...one, email: 'rui.prado@maganmetal.example' }).outcome).not.toBe('match')
  })

  it('takes a first name and a company for no person', () => {
    const half = { firstName: 'Ildegarda', company: 'Acme' }
    expect(held(half, { ...half, lastName: 'Brumworth' })).toBe('one_signal')
  })

  it('groups nobody by a free mail service', () => {
    const one = { firstName: 'Rui', lastName: 'Prado', email: 'rui.prado@gmail.com' }
    const two = { firstName: 'Rute', lastName: 'Lima', email: 'rute.lima@gmail.com' }
    expect(compare(one, two).reasons.some(reason => reason.kind === 'evidence' && reason.signal === 'domain')).toBe(
      false,
    )
  })

  it('compares records without a person as organisations', () => {
    const house = { company: 'Acme Padaria', address: 'Rua das Flores, 12', phone: '+551134567890', city: 'Recife' }
    expect(compare(house, { ...house, company: 'Padaria Acme', address: 'R. das Flores 12' }).outcome).toBe('match')
    expect(compare(house, { ...house, address: 'Rua das Flores, 98', phone: '+551134567000' }).outcome).not.toBe(
      'match',
    )
  })

  it('takes names alone for one organisation only where they are the same', () => {
    const alone = (a: string, b: string) => compare({ company: a }, { company: b }).outcome
    expect(alone('Umbrela Intl. Seeds Ltd', 'Umbrela International Seeds')).toBe('match')
    expect(alone('Umbrela Alto Norte Campo Azul', 'Umbrela Alto Norte Campo Verde')).toBe('review')
    expect(alone('Acme Foods', 'Acme Metals')).toBe('none')
  })
})
