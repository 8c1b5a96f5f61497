// The lead that every measure sends: what a contact form of a Brazilian site looks like on the wire. Each one has an id
// and an address of its own, because a repeated one is recognised and writes less or nothing. All share one phone
// number: a random one would be somebody's, and numbers do not merge people.

import { newSubmissionId, type SubmissionId } from '../shared/ids.ts'
import { type WireSubmission, wireSchema } from '../shared/wire.ts'

export interface SentLead {
  readonly id: SubmissionId
  readonly body: string
}

/** A lead of a person who has never been here. */
export function aLead(): SentLead {
  const id = newSubmissionId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  const submission: WireSubmission = {
    schema: wireSchema,
    id,
    fields: {
      nome: 'ANA DA SILVA',
      email: `ana.${id}@example.com`,
      telefone: '(11) 3456-7890',
      empresa: 'Exemplo Ltda',
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
