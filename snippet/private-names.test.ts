import { expect, it } from 'vitest'
import { isPrivateName } from './private-names.ts'

it.each([
  'password',
  'password_confirmation',
  'userPassword',
  'pw',
  'senha',
  'cardNumber',
  'card_cvv',
  'card-number',
  'cc_exp_month',
  'cvc',
  'credit_card',
  'ssn',
  'cpf',
  'cpf_cnpj',
  'passportNumber',
  'national_id',
  'authenticity_token',
  'csrfmiddlewaretoken',
  '_token',
  '_csrf',
  '__RequestVerificationToken',
  '__VIEWSTATE',
  '__EVENTVALIDATION',
  '_wpnonce',
  'g-recaptcha-response',
  'cf-turnstile-response',
])('%s never leaves the page', name => expect(isPrivateName(name)).toBe(true))

it.each([
  'email',
  'company',
  'expenses',
  'passage',
  'passengers',
  'business_card_design',
  'discard',
  'postcard',
  'span',
  'cnpj',
  'Nome completo',
  'input_3',
  'mauticform[email]',
  'tokens_per_month',
  'announcement',
  'accept',
  'rgb_color',
  'panel',
])('%s is an ordinary field', name => expect(isPrivateName(name)).toBe(false))

it('captures a national id where the site tags the field, but never a card', () => {
  expect(isPrivateName('cpf', true)).toBe(false)
  expect(isPrivateName('cardNumber', true)).toBe(true)
})
