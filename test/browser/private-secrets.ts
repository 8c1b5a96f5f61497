// What must never be captured, each as an arbitrary that makes a control with a canary in it: rules P1 to P6.

import fc from 'fast-check'

/** Something that must not leave the page. */
export interface Secret {
  /** What a leak of it breaks. */
  readonly rule: string
  /** Texts of which nothing may arrive; a card's are its digits, whatever stands between them. */
  readonly canaries: readonly string[]
}
type SecretOfForm = Secret & { readonly html: string }
type SecretOfCall = Secret & { readonly fields: readonly (readonly [name: string, value: unknown])[] }
type Make<T> = (mark: string) => T & { html?: string; fields?: readonly (readonly [string, unknown])[] }

const input = (attributes: string, canary: string) => `<input ${attributes} value="${canary}">`

/** P1. The name says nothing. `data-step` is what the page does with it before the form is sent. */
const password = fc
  .record({
    step: fc.constantFrom('', 'show', 'show rename', 'rename', 'move', 'show move', 'show replace', 'show clone'),
    name: fc.constantFrom('field', 'input_7', 'lead[x]'),
  })
  .map(
    ({ step, name }): Make<SecretOfForm> =>
      mark => {
        const canary = `canary-password-${mark}`
        const html = `<span>${input(`type="password" name="${name}-${mark}" data-step="${step}"`, canary)}<button type="button">eye</button></span>`
        return { rule: `P1 type=password: ${step}`, canaries: [canary], html }
      },
  )

/** P2. */
const autocomplete = fc
  .record({
    token: fc.constantFrom(
      ...'cc-number,cc-csc,cc-exp,cc-exp-month,cc-name,cc-given-name,cc-type,one-time-code,current-password,new-password'.split(
        ',',
      ),
    ),
    prefix: fc.constantFrom('', 'billing ', 'section-a ', 'section-pay shipping ', ' \n'),
    isUpper: fc.boolean(),
  })
  .map(
    ({ token, prefix, isUpper }): Make<SecretOfForm> =>
      mark => {
        const canary = `canary-autocomplete-${mark}`
        const tokens = isUpper ? `${prefix}${token}`.toUpperCase() : `${prefix}${token}`
        const html = input(`name="input-${mark}" autocomplete="${tokens}"`, canary)
        return { rule: `P2 autocomplete=${JSON.stringify(tokens)}`, canaries: [canary], html }
      },
  )

/** P3. The file is made in the page: its name and its contents are the canary. */
const file = fc.constant((mark: string): SecretOfForm => {
  const canary = `canary-file-${mark}`
  return { rule: 'P3 file', canaries: [canary], html: `<input type="file" name="file-${mark}" data-file="${canary}">` }
})

const words = (list: string) => list.split(',').map(name => name.trim())

/** P4, as words; how they are joined is the site's taste. */
const cardWords = words(
  `card number, credit card, credit card number, card no, cc number, cc num, cvv, cvc, cvv2, card cvv, card code, card exp,
  card expiry, card exp month, card holder, card pin, debit card number, security code, name on card,
  numero cartao, numero do cartao, cartao numero, cartao de credito, cartao credito, codigo de seguranca, validade cartao,
  ccv, cvv1, cod seguranca, codigo seguranca, nro tarjeta, numero tarjeta, numero de tarjeta, tarjeta numero, tarjeta de credito, codigo de seguridad, titular tarjeta`,
)
const passwordWords = words(
  'password, user password, password confirmation, senha, senha2, pwd, passwd, otp, contrasena',
)
const identityWords = words(
  `ssn, social security number, national id, national id number, national insurance number, passport, passport number, tax id,
  cpf, rg, cpf cnpj, numero cpf, cnh, passaporte, numero passaporte, carteira identidade,
  dni, nie, nif, curp, rfc, cuit, cuil, rut, cedula, pasaporte, numero pasaporte, numero seguridad social, documento identidad,
  cpf2, identification number, doc number, nro documento, clave elector, titulo eleitor, nss`,
)
const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const capitals = (name: string) => name.split(' ').map(upperFirst).join('')
const styles: Readonly<Record<string, (name: string) => string>> = {
  snake: name => name.replaceAll(' ', '_'),
  kebab: name => name.replaceAll(' ', '-'),
  camel: name => name.charAt(0) + capitals(name).slice(1),
  pascal: capitals,
  upper: name => name.replaceAll(' ', '_').toUpperCase(),
  nested: name => `lead[${name.replaceAll(' ', '_')}]`,
  deep: name => `billing[payment][${name.replaceAll(' ', '-')}][]`,
  dotted: name => `order.${name.charAt(0)}${capitals(name).slice(1)}`,
}
const tokenNames = words(
  `authenticity_token, _token, csrf, csrf_token, _csrf, csrfmiddlewaretoken, XSRF-TOKEN, __RequestVerificationToken, _wpnonce,
  form_token, __VIEWSTATE, __EVENTVALIDATION, antiForgeryToken, javax.faces.ViewState, g-recaptcha-response, h-captcha-response,
  cf-turnstile-response, recaptcha_token, frc-captcha-solution, smart-token, captcha, altcha`,
)

const styled = (rule: string, names: readonly string[]) =>
  fc
    .record({ name: fc.constantFrom(...names), style: fc.constantFrom(...Object.keys(styles)) })
    .map(({ name, style }) => ({
      rule: `${rule} ${style}`,
      name: styles[style]?.(name) ?? name,
    }))

const named = fc.oneof(
  styled('P4 card', cardWords),
  styled('P1 password by name', passwordWords),
  fc.constantFrom(...tokenNames).map(name => ({ rule: 'P6 token', name })),
)
const identity = styled('P4 national id', identityWords)

const byName = fc
  .record({ named: fc.oneof(named, identity), type: fc.constantFrom('text', 'text', 'tel', 'hidden') })
  .map(
    ({ named: { rule, name }, type }): Make<SecretOfForm> =>
      mark => {
        const canary = `canary-name-${mark}`
        return { rule: `${rule}: ${name}`, canaries: [canary], html: input(`type="${type}" name="${name}"`, canary) }
      },
  )

/** P4, of a control whose label says what it is. Without a name it counts in a scripted form. */
const byLabel = fc
  .record({ label: fc.constantFrom('CPF', 'Card number', 'SSN', 'Password'), name: fc.constantFrom('', 'input_4-') })
  .map(
    ({ label, name }): Make<SecretOfForm> =>
      mark => {
        const canary = `canary-label-${mark}`
        return {
          rule: `P4 ${name || 'no name'}, label ${label}`,
          canaries: [canary],
          html: `<label>${label} ${input(name && `name="${name}${mark}"`, canary)}</label>`,
        }
      },
  )

/** P5. */
const ignored = fc
  .constantFrom<[string, (canary: string, mark: string) => string]>(
    ['control', (canary, mark) => input(`name="x-${mark}" data-lead-ignore`, canary)],
    ['fieldset', (canary, mark) => `<fieldset data-lead-ignore>${input(`name="x-${mark}"`, canary)}</fieldset>`],
    ['div', (canary, mark) => `<div data-lead-ignore><p>${input(`name="x-${mark}"`, canary)}</p></div>`],
    ['textarea', (canary, mark) => `<textarea name="x-${mark}" data-lead-ignore>${canary}</textarea>`],
    ['radio', (canary, mark) => input(`type="radio" checked name="x-${mark}" data-lead-ignore`, canary)],
    ['no name', (canary, mark) => input(`id="x-${mark}" data-lead-ignore`, canary)],
    [
      'text in a label',
      (canary, mark) => `<label><b data-lead-ignore>${canary}</b>${input(`name="x-${mark}"`, 'seen')}</label>`,
    ],
    [
      'text beside a consent box',
      canary => `<p><b data-lead-ignore>${canary}</b><input type="checkbox" name="box" data-lead-consent="email"></p>`,
    ],
  )
  .map(
    ([what, html]): Make<SecretOfForm> =>
      mark => {
        const canary = `canary-ignored-${mark}`
        return { rule: `P5 ignored ${what}`, canaries: [canary], html: html(canary, mark) }
      },
  )

export const secretOfForm: fc.Arbitrary<Make<SecretOfForm>> = fc.oneof(
  password,
  autocomplete,
  byName,
  byName,
  ignored,
  file,
  byLabel,
)

/** A site's own code may name a national id on purpose. */
export const secretOfCall: fc.Arbitrary<Make<SecretOfCall>> = named.map(({ rule, name }) => mark => {
  const canary = `canary-call-${mark}`
  return { rule: `${rule} in submit(): ${name}`, canaries: [canary], fields: [[name, [canary]]] }
})
