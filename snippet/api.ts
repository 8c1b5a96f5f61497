// `window.leadCapture`: what a site's own code calls. It answers always and throws never.

import { redactCards } from './card-numbers.ts'
import { chooseConsent, consentRecord, knownFrom } from './consent.ts'
import type { Delivery } from './delivery.ts'
import { attr } from './dom.ts'
import { nameOf } from './forms.ts'
import { showOutcome } from './outcome.ts'
import { isSecretName } from './private-names.ts'
import type { LeadCapture, LeadEvent, LeadEventName, LeadFieldValue, SubmitResult } from './public-types.ts'
import { newSubmission } from './submission.ts'

type Listener = (event: LeadEvent) => void

/** Builds the API over a delivery. `emit` tells its listeners. */
export const buildApi = (
  delivery: Delivery,
): { api: LeadCapture; emit(name: LeadEventName, event: LeadEvent): void } => {
  const listeners: [LeadEventName, Listener][] = []
  return {
    emit: (name, event) => {
      for (const [heard, listener] of [...listeners]) {
        try {
          if (heard === name) listener(event)
        } catch {
          // The site's listener failed; its console is where it looks for that, not our caller.
        }
      }
    },
    api: {
      submit: (fields, options = {}) =>
        new Promise<SubmitResult>(resolve => {
          try {
            const { answers, transcript, channel, consent, id, form } = options
            // The wire has no place of their own for these; as fields they are kept under their own names.
            const all: Record<string, LeadFieldValue | undefined> = { ...answers, transcript, channel, ...fields }
            const element = formOf(form)
            const submission = newSubmission(
              {
                fields: Object.keys(all)
                  .filter(name => all[name] != null && !isSecretName(name))
                  .map(name => [name, redacted(all[name] as LeadFieldValue)]),
                form: {
                  name: element ? nameOf(element) : `${form || ''}`,
                  how: 'submit-call',
                  intent: options.intent || (element && attr(element, 'data-lead-intent')),
                },
                consent: consentRecord(undefined, consent === undefined ? undefined : knownFrom(consent)),
              },
              id,
            )
            if (element) showOutcome(element)
            submission.onResult = result => {
              if (element) showOutcome(element, result)
              resolve(result)
            }
            delivery.send(submission)
          } catch {
            // Fields that are no object, getters that throw, an element of another document: nothing to send.
            resolve({ id: '', status: 'rejected', issues: [] })
          }
        }),
      consent: state => {
        try {
          chooseConsent(state)
          delivery.checkConsent()
        } catch {
          // A state that cannot be read changes nothing.
        }
      },
      on: (name, listener) => {
        const entry: [LeadEventName, Listener] = [name, listener]
        listeners.push(entry)
        return () => {
          const index = listeners.indexOf(entry)
          if (index >= 0) listeners.splice(index, 1)
        }
      },
    },
  }
}

/** The form that a submission is bound to: the element, or the one with that `data-lead` name. */
const formOf = (form: string | Element | undefined): Element | null =>
  typeof form === 'string'
    ? [...document.querySelectorAll('[data-lead]')].find(element => attr(element, 'data-lead') === form) || null
    : form || null

const redacted = (value: LeadFieldValue): LeadFieldValue =>
  typeof value === 'string'
    ? redactCards(value)
    : Array.isArray(value)
      ? value.map(redacted as (text: string) => string)
      : value
