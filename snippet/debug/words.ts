// What the panel says, in English and Portuguese, by the language of the browser. Attributes, fields, sources and codes
// are names, and stay as they are.

import { testLead } from './test-lead.ts'

const isPortuguese = /^pt/i.test(navigator.language) ? 1 : 0

/** For the `lang` of the panel. */
export const language = isPortuguese ? 'pt' : 'en'

/** A word of the panel. */
export const say = (word: keyof typeof words): string => words[word][isPortuguese]

const words = {
  title: ['Lead capture', 'Captura de leads'],
  fine: ['No problem found', 'Nenhum problema'],
  problems: ['To look at', 'Para verificar'],
  send: ['Send a test lead', 'Enviar um lead de teste'],
  note: [
    `A real lead, in your CRM too: ${testLead.email}. Erase it by DELETE /v1/subjects.`,
    `Um lead real, também no CRM: ${testLead.email}. Apague por DELETE /v1/subjects.`,
  ],
  forms: ['Forms', 'Formulários'],
  attribution: ['Attribution', 'Atribuição'],
  consent: ['Consent', 'Consentimento'],
  lastSend: ['Last send', 'Último envio'],
  lead: ['lead form', 'formulário de lead'],
  not: ['not captured', 'não capturado'],
  own: ['own name', 'nome próprio'],
  sending: ['sending…', 'enviando…'],
  held: ['waits for consent', 'aguarda consentimento'],
  queued: ['not confirmed, sent again', 'não confirmado, reenvio'],
  accepted: ['accepted', 'aceito'],
  duplicate: ['duplicate', 'duplicado'],
  rejected: ['rejected', 'recusado'],
} as const
