// The lead that every measure sends: what a contact form of a Brazilian site looks like on the wire. Each one has an id, a
// name, a company and an address of its own: a repeated one is recognised and writes less or nothing, and a namesake with the
// same phone is compared with all the others. All share one phone number: a random one would be somebody's.

import { newSubmissionId, type SubmissionId } from '../shared/ids.ts'
import { type WireSubmission, wireSchema } from '../shared/wire.ts'

export interface SentLead {
  readonly id: SubmissionId
  readonly body: string
}

/** A lead of a person who has never been here. */
export function aLead(): SentLead {
  const id = newSubmissionId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  // Two words that nobody else has, from the random part of the id.
  const [given, family] = [wordOf(id.slice(-12, -6)), wordOf(id.slice(-6))]
  const submission: WireSubmission = {
    schema: wireSchema,
    id,
    fields: {
      nome: `${given} DA ${family}`.toUpperCase(),
      email: `${given}.${id}@${family}.example`,
      telefone: '(11) 3456-7890',
      empresa: `${family} ${given} Ltda`,
      mensagem: 'Queremos ver uma demonstração na próxima semana.',
    },
    form: { name: 'contato', how: 'native', intent: 'high' },
    page: { url: 'https://www.site-a.example/contato?utm_source=google&utm_medium=cpc', title: 'Contato' },
    attribution: {
      first: {
        utm_source: 'google',
        utm_medium: 'cpc',
        utm_campaign: 'marca',
        landing_page: 'https://www.site-a.example/',
      },
    },
    elapsed_ms: 9_000,
  }
  return { id, body: JSON.stringify(submission) }
}

/** Six hexadecimal digits as a word that can be spoken. */
const wordOf = (digits: string): string =>
  [...digits]
    .map(digit => 'bcdfgjklmnprstvz'.charAt(Number.parseInt(digit, 16)) + 'aeio'.charAt(Number.parseInt(digit, 16) % 4))
    .join('')
