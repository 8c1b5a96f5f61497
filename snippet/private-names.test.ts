import { expect, it } from 'vitest'
import { isPrivateName, isPrivateText } from './private-names.ts'

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
  'cpf1',
  'txtcpf',
  'CPFCliente',
  'rg1',
  'identificationNumber',
  'docNumber',
  'nro_documento',
  'identidad',
  'clave_elector',
  'titulo_eleitor',
  'nationalid',
  'ccv',
  'cvv1',
  'cod_seguranca',
  'securitycode',
  'nro_tarjeta',
  'cartao1',
  'pin',
  'clave',
  'senha1',
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
  'pincode',
  'pin_code',
  'clave_lada',
  'palabra_clave',
  'desenha',
  'nis2',
  'tipo_documento',
  'num_doctors',
  'telefone2',
  'validade',
])('%s is an ordinary field', name => expect(isPrivateName(name)).toBe(false))

it('captures a national id where the site tags the field, but never a card', () => {
  expect(isPrivateName('cpf', true)).toBe(false)
  expect(isPrivateName('cardNumber', true)).toBe(true)
})

it('reads a label as it reads a name, but for the words of tokens', () => {
  for (const label of ['CPF', 'Número do cartão', 'CVV', 'Senha', 'Código de segurança'])
    expect(isPrivateText(label), label).toBe(true)
  for (const label of ['Nome completo', 'email validation', 'Empresa']) expect(isPrivateText(label), label).toBe(false)
})
