import { describe, expect, it } from 'vitest'
import { matchLeads } from './match-leads.ts'
import { mergeAction } from './merge-policy.ts'
import { type Comparable, prepareLead } from './prepare-lead.ts'

const action = (a: Comparable, b: Comparable) => mergeAction(matchLeads(prepareLead(a), prepareLead(b)))
const review = { action: 'review' }

describe('merging by itself', () => {
  const ana = { firstName: 'Ana', lastName: 'Prado', email: 'ana@example.com', phone: '+551134567890' }

  it('follows the exact personal mailbox', () => {
    expect(action(ana, { email: 'ana@example.com' })).toEqual({ action: 'merge', because: 'personal_mailbox' })
    expect(action(ana, { ...ana, email: 'anna@example.com' })).toEqual(review)
  })

  it('does not follow a mailbox with two names, nor a role address', () => {
    expect(action(ana, { firstName: 'Rui', lastName: 'Prado', email: 'ana@example.com' })).toEqual(review)
    const desk = { firstName: 'Ana', lastName: 'Prado', email: 'vendas@example.com', company: 'Acme' }
    expect(action(desk, desk)).toEqual(review)
  })

  it('follows a phone with a compatible name when no second address is known', () => {
    const byPhone = { firstName: 'Aninha', lastName: 'Prado', phone: '+551134567890' }
    expect(action(ana, byPhone)).toEqual({ action: 'merge', because: 'phone_and_name' })
    expect(action(ana, { ...byPhone, email: 'prado@example.org' })).toEqual(review)
    expect(action(ana, { firstName: 'Ana', phone: '+551134567890', company: 'Acme' }).action).not.toBe('merge')
  })

  it('leaves name and company to somebody', () => {
    const at = (company: string) => ({ firstName: 'Ildegarda', lastName: 'Brumworth', company })
    expect(action(at('Acme Ltda'), at('Acme'))).toEqual(review)
    expect(action(at('Acme'), { firstName: 'Rui', lastName: 'Prado', company: 'Umbrela' })).toEqual({ action: 'none' })
  })
})
