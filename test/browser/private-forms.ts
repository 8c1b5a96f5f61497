// Generates forms with something in them that must never leave the page, beside ordinary fields that must arrive.
// Every secret is a text of its own, so that a leak names its rule and its form. One seed gives the same forms.

import fc from 'fast-check'
import { cardNumber } from './private-cards.ts'
import { type Secret, secretOfCall, secretOfForm } from './private-secrets.ts'

/** Where a form stands. A shadow root hears of us through the first click inside it, as a person makes one. */
export type Place = 'page' | 'shadow' | 'frame' | 'shadow-in-frame'

/** How it is sent. `prevented` is a page's own script, which then empties or removes the form. */
export type Way = 'click' | 'requestSubmit' | 'submit' | 'prevented' | 'prevented-reset' | 'prevented-remove'

/** One form, ready for a page. */
export interface PrivateForm {
  /** Its name on the wire. */
  readonly name: string
  readonly html: string
  readonly place: Place
  readonly way: Way
  /** The values are typed, and not attributes of the page. */
  readonly isTyped: boolean
  /** It is submitted as a clone of itself. */
  readonly isCloned: boolean
  /** Arguments of `leadCapture.submit()`; then there is no form. */
  readonly call?: readonly [fields: Readonly<Record<string, unknown>>, options: Readonly<Record<string, unknown>>]
  readonly secrets: readonly Secret[]
  /** What must arrive; nothing at all where it is no lead. */
  readonly expected: readonly (readonly [name: string, value: string])[]
}

/** The first of `count` forms of a seed. */
export const privateForms = (count: number, seed: number): PrivateForm[] =>
  fc.sample(recipe, { numRuns: count, seed }).map(buildForm)

const kind = fc.oneof(
  { weight: 16, arbitrary: fc.constant('lead' as const) },
  { weight: 3, arbitrary: fc.constant('call' as const) },
  { weight: 2, arbitrary: fc.constant('login' as const) },
  { weight: 2, arbitrary: fc.constant('search' as const) },
  { weight: 1, arbitrary: fc.constant('ignored form' as const) },
  { weight: 1, arbitrary: fc.constant('form under something ignored' as const) },
)

const recipe = fc.record({
  kind,
  place: fc.constantFrom<Place>('page', 'page', 'shadow', 'frame', 'shadow-in-frame'),
  way: fc.constantFrom<Way>('click', 'requestSubmit', 'submit', 'prevented', 'prevented-reset', 'prevented-remove'),
  isTyped: fc.boolean(),
  isCloned: fc.boolean(),
  isTagged: fc.boolean(),
  isNested: fc.boolean(),
  ofForm: fc.array(secretOfForm, { minLength: 1, maxLength: 4 }),
  ofCall: fc.array(secretOfCall, { minLength: 1, maxLength: 4 }),
  card: cardNumber,
  phone: fc.integer({ min: 10_000_000, max: 99_999_999 }),
  ordinaryName: fc.constantFrom(...ordinaryNames()),
  login: fc.constantFrom(...logins()),
  search: fc.constantFrom(...searches()),
})

type Recipe = typeof recipe extends fc.Arbitrary<infer T> ? T : never

const buildForm = (recipe: Recipe, n: number): PrivateForm => {
  const name = `form-${n}`
  const { kind, place, way, isTyped, isCloned, card, phone, isNested } = recipe
  const whole = { rule: `whole form: ${kind}`, canaries: [`canary-whole-${n}@example.com`] }
  const common = { name, place, way, isTyped, isCloned, expected: [], secrets: [whole] }
  const inner = `<input name="email" value="${whole.canaries[0]}">`
  const button = '<button>Go</button>'
  if (kind === 'login' || kind === 'search')
    return {
      ...common,
      html: recipe[kind].replaceAll('CANARY', `${whole.canaries[0]}`),
      secrets: [{ ...whole, rule: `P7 ${kind}: ${recipe[kind]}` }],
    }
  if (kind === 'ignored form')
    return {
      ...common,
      html: `<form name="${name}" action="/sink" data-lead data-lead-ignore>${inner}${button}</form>`,
    }
  if (kind === 'form under something ignored')
    return {
      ...common,
      html: `<div data-lead-ignore><form name="${name}" action="/sink">${inner}${button}</form></div>`,
    }

  const ordinary: [string, string][] = [
    [isNested ? 'lead[email]' : 'email', `ana${n}@example.com`],
    ['phone', `+55 11 9${phone}`.replace(/(\d{4})$/, '-$1')],
    [recipe.ordinaryName, `ordinary value ${n}`],
  ]
  const note: [string, string] = ['message', `Please use ${card.text} for ${n}, thanks`]
  const expected = [...ordinary, [note[0], note[1].replace(card.text, '[card]')] as const]
  const redacted = { rule: `P4 card number in a text: ${card.shape}`, canaries: [card.digits] }
  if (kind === 'call') {
    const secrets = recipe.ofCall.map((make, i) => make(`${n}-${i}`))
    const fields = Object.fromEntries([...ordinary, ...secrets.flatMap(secret => secret.fields ?? [])])
    const answers = { message: note[1] }
    return {
      ...common,
      html: '',
      call: [fields, { form: name, ...(isNested ? { answers } : { transcript: note[1] }) }],
      secrets: [...secrets, redacted],
      expected: [...ordinary, [isNested ? 'message' : 'transcript', `${expected.at(-1)?.[1]}`]],
    }
  }
  const secrets = recipe.ofForm.map((make, i) => make(`${n}-${i}`))
  // A form that asks for the current password is a login, if the site does not say otherwise.
  const isTagged = recipe.isTagged || secrets.some(secret => /current-pass/i.test(secret.html ?? ''))
  const controls = ordinary.map(([key, value]) => `<label>Yours <input name="${key}" value="${value}"></label>`)
  return {
    ...common,
    html: `<form ${isTagged ? `data-lead="${name}"` : `name="${name}"`} action="/sink" method="post">
      ${controls.join('')}<textarea name="${note[0]}">${note[1]}</textarea>
      ${secrets.map(secret => secret.html).join('\n')}${button}</form>`,
    secrets: [...secrets, redacted],
    expected,
  }
}

/** Names with the letters of a secret's name in them, and others. */
function ordinaryNames() {
  return 'company,cnpj,passengers,expenses,tokens_per_month,panel,business_card_design,nationality,taxi,csv_export,discardReason,input_3,cargo,span'.split(
    ',',
  )
}

function logins() {
  const secret = '<input type="password" name="p" value="CANARY">'
  const address = '<input name="email" value="CANARY">'
  return [
    `<form action="/login">${address}${secret}<button>Go</button></form>`,
    `<form action="/users/sign_in" method="post">${address}${secret}<button>Go</button></form>`,
    `<form action="/sink">${address}${secret}<button>Sign in</button></form>`,
    `<form action="/sink">${address}${secret}<button>Entrar</button></form>`,
    `<form action="/sink">${address}${secret}<button>Acessar conta</button></form>`,
    `<form action="/sink">${address}${secret}<button>Iniciar sesión</button></form>`,
    `<form action="/sink">${address}${secret}<button>Acceder</button></form>`,
    ...['Ingresar', 'Continuar', 'Se connecter', 'Anmelden'].map(
      word => `<form action="/sink">${address}${secret}<button>${word}</button></form>`,
    ),
    `<form action="/sink">${address}${secret}<button aria-label="Entrar">→</button></form>`,
    `<form action="/sink">${address}<button>Log in</button></form>`,
    `<form action="/sink">${address}<button>Esqueci minha senha</button></form>`,
    `<form action="/sink"><input name="u" autocomplete="username" value="CANARY"><button>Next</button></form>`,
    `<form action="/sink">${address}<input type="password" autocomplete="current-password" name="x" value="CANARY"><button>Go</button></form>`,
  ]
}

function searches() {
  return [
    '<form action="/sink" role="search"><input name="x" value="CANARY"><button>Go</button></form>',
    '<search><form action="/sink"><input name="x" value="CANARY"><button>Go</button></form></search>',
    ...['q', 's', 'query', 'keys', 'keyword', 'busca', 'palavra_busca', 'search', 'search_query', 'searchTerm'].map(
      name => `<form action="/sink"><input name="${name}" value="CANARY"><button>Go</button></form>`,
    ),
    '<form action="/sink"><input type="search" name="term" value="CANARY"><button>Go</button></form>',
    '<form action="/search"><input name="term" value="CANARY"><button>Go</button></form>',
    '<form action="/sink"><input name="pesquisa" value="CANARY"><button>Pesquisar</button></form>',
    '<form action="/sink"><input name="buscar" value="CANARY"><button>Buscar</button></form>',
  ]
}
