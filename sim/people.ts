// The people of a run and what they send: invented, told apart by a number, every value with a mark by which it would be
// found anywhere that it must not be.

import { uuidv7 } from '../shared/ids.ts'
import { wireSchema } from '../shared/wire.ts'
import type { Dice } from './dice.ts'
import { canary, canaryNumber } from './watch.ts'

export interface Person {
  readonly n: number
  readonly email: string
  readonly phone: string
  readonly name: string
  readonly company: string
  /** The CRM has a contact of this address already; with a source of its own, or without. */
  readonly isKnown: 'no' | 'without-source' | 'with-source'
  readonly visits: readonly Visit[]
}

/** One act of capture, as the page wrote it down. */
export interface Visit {
  readonly id: string
  /** After the start of the run, in milliseconds. */
  readonly at: number
  readonly body: string
  /** Where the person came from, by the page's own account. */
  readonly touch: { readonly at: string; readonly source: string }
  readonly message: string
  /** The page's clock is wrong, so that its account of times is not believed. */
  readonly isSkewed: boolean
  /** `by-phone`: a known person who leaves no address this time, so that it is a lead of its own until it is compared. */
  readonly kind: 'lead' | 'by-phone' | 'spam' | 'unreachable'
}

export interface PeopleParts {
  readonly dice: Dice
  readonly leads: number
  readonly startAt: number
  /** Over which they come, in milliseconds. */
  readonly spanMs: number
  readonly strikes: (kind: 'clock-skewed' | 'crm-knows-person' | 'crm-knows-source') => boolean
  /** Everyone comes once, and nobody but leads. */
  readonly onlyOnce?: boolean
}

export function peopleOf(parts: PeopleParts): Person[] {
  return Array.from({ length: parts.leads }, (_, n) => onePerson(parts, n))
}

function onePerson(parts: PeopleParts, n: number): Person {
  const { dice, spanMs } = parts
  const [given, family, firm] = [wordOf(dice), wordOf(dice), wordOf(dice)]
  // Distinct at both ends, so that nobody is like somebody else by chance.
  const email = `${given}.${canary}${n}.${family}@example.com`
  const phone = `+55${canaryNumber}${String(n % 10_000_000).padStart(7, '0')}`
  const times = parts.onlyOnce || dice.chance(0.8) ? 1 : dice.between(2, 3)
  const first = dice.between(0, spanMs)
  const name = `${given}${canary} ${family}${canary}`
  const who = { n, email, phone, name, company: `${firm} ${canary} Ltda` }
  const visits = Array.from({ length: times }, (_, time) => {
    const at = time === 0 ? first : first + dice.between(1_000, spanMs)
    return oneVisit(parts, who, { at, time })
  })
  const hasSource = parts.strikes('crm-knows-source')
  const isKnown = parts.strikes('crm-knows-person') ? 'without-source' : 'no'
  return { ...who, isKnown: hasSource ? 'with-source' : isKnown, visits }
}

type Who = Omit<Person, 'isKnown' | 'visits'>

function oneVisit(
  { dice, startAt, strikes, onlyOnce }: PeopleParts,
  who: Who,
  { at, time }: { at: number; time: number },
): Visit {
  const bytes = Uint8Array.from({ length: 10 }, () => dice.between(0, 255))
  const skewMs = strikes('clock-skewed') ? dice.between(-72, 72) * 3_600_000 : 0
  const id = uuidv7(startAt + at + skewMs, bytes)
  const touchAt = new Date(startAt + at + skewMs - dice.between(60_000, 600_000)).toISOString()
  const touch = { at: touchAt, source: `source-${who.n}-${time}` }
  const message = `${canary} asks for the ${time}th time`
  const kind = onlyOnce ? 'lead' : kindOf(dice, time)
  // It says less than the first, and takes back what that granted: nothing of the first may stay beside it.
  const isSecond = time === 1
  const wireTouch = {
    utm_source: touch.source,
    utm_medium: 'cpc',
    ...(isSecond ? {} : { utm_campaign: 'spring' }),
    at: touchAt,
  }
  const body = JSON.stringify({
    schema: wireSchema,
    id,
    fields: fieldsOf(who, { message, kind }),
    form: { name: 'contact', how: 'native', intent: 'high' },
    page: { url: 'https://www.site-a.example/contact', title: 'Contact' },
    attribution: { first: wireTouch, last: wireTouch },
    consent: isSecond
      ? { state: 'denied', source: 'checkbox', channels: { email: false } }
      : { state: 'granted', source: 'checkbox', channels: { email: true }, text: 'You may write to me.' },
    occurred_at: new Date(startAt + at + skewMs).toISOString(),
    elapsed_ms: 5_400,
    hp: kind === 'spam' ? 'filled' : '',
  })
  return { id, at, body, touch, message, kind, isSkewed: skewMs !== 0 }
}

function kindOf(dice: Dice, time: number): Visit['kind'] {
  if (dice.chance(0.05)) return dice.chance(0.7) ? 'spam' : 'unreachable'
  return time > 0 && dice.chance(0.2) ? 'by-phone' : 'lead'
}

function fieldsOf({ name, company, email, phone }: Who, { message, kind }: { message: string; kind: Visit['kind'] }) {
  if (kind === 'unreachable') return { name, company }
  if (kind === 'by-phone') return { name, telefone: phone, message }
  return { name, email, telefone: phone, company, message }
}

const consonants = [...'bcdfglmnprstvz'] as const
const vowels = [...'aeiou'] as const

function wordOf(dice: Dice): string {
  const letter = (from: readonly string[]) => from[dice.between(0, from.length - 1)]
  return Array.from({ length: 3 }, () => `${letter(consonants)}${letter(vowels)}`).join('')
}
