// The contact that a label asks for by what we would do with it: "¿A qué correo te enviamos la guía?". The deed, and what
// is sent, change nothing about what is asked for. A word that is not understood ends the matter.

import type { CanonicalField } from './canonical-fields.ts'
import { fieldOfHeadNoun, fieldOfNoun, squashedSet } from './field-vocabulary.ts'

type Contact = 'email' | 'phone' | 'emailOrPhone'

/** @param words a folded label; no name of a field, which may be a button's (`send_email`) */
export function fieldOfQuestion(words: readonly string[]): Contact | undefined {
  if (!words.some(word => asks.has(word))) return undefined
  const isCall = words.some(word => calls.has(word))
  if (!isCall && !words.some(word => sends.has(word))) return undefined
  const asked = words
    .filter(word => !(asks.has(word) || calls.has(word) || sends.has(word) || sent.has(word)))
    // A number to call is a phone. A number to send to may be a house's.
    .map(word => (isCall && numbers.has(word) ? 'phone' : word))
  const field = asked.length === 1 ? fieldOfNoun(asked.join('')) : fieldOfHeadNoun(asked)
  return isContact(field) ? field : undefined
}

const isContact = (field: CanonicalField | 'emailOrPhone' | undefined): field is Contact =>
  field === 'email' || field === 'phone' || field === 'emailOrPhone'

const numbers: ReadonlySet<string> = new Set(['number', 'numero', 'nummer'])

// What begins a question, or says that one of several is meant.
const asks = squashedSet('qual, quais, que, cual, which, what, where, onde, donde, best, melhor, mejor')

// What we would do with a number, then with any contact.
const calls =
  squashedSet(`falar, falamos, falarmos, chamar, chamamos, chamarmos, ligar, ligamos, ligarmos, telefonar, llamar, llamamos, llamarte, llamarle,
  hablar, hablamos, call, ring, reach, text, talk, contatar, contatamos, contactar, contactamos, contactarte, contactarle, contact`)
const sends =
  squashedSet(`enviar, enviamos, enviarmos, enviarte, enviarle, mandar, mandamos, mandarmos, mandarte, send, receber, recibir, receive, escrever,
  escrevemos, escribir, escribimos, escribirte, write`)
// Who does it to whom, and what is sent.
const sent =
  squashedSet(`te, lhe, le, nos, contigo, consigo, conosco, we, should, shall, can, podemos, devemos, debemos, could, us, deseja, desejas, deseas, desea,
  prefere, prefiere, prefieres, prefer, quer, quieres, quiere, want, material, materiais, materiales, ebook, book, guia, guide, proposta, propuesta, proposal, orçamento,
  cotação, cotización, presupuesto, quote, catálogo, catalog, acesso, acceso, access, link, convite, invitación, invitation, conteúdo, contenido, content, informações,
  información, information, resultado, result, retorno, respuesta, resposta`)
