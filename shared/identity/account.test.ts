import { expect, it } from 'vitest'
import { accountOf } from './account.ts'

it('groups colleagues by the domain of their company, and nobody by a free service', () => {
  expect(accountOf({ email: 'ana@vendas.acme.com.br' })).toBe('acme.com.br')
  expect(accountOf({ website: 'https://www.acme.com.br/contato', email: 'ana@gmail.com' })).toBe('acme.com.br')
  expect(accountOf({ email: 'ana@gmail.com' })).toBeUndefined()
  expect(accountOf({ company: 'Acme' })).toBeUndefined()
})
