// `window.leadCapture`: what a site's own code calls. It answers always and throws never.

import { chooseConsent, consentRecord } from './consent.ts'
import { checkConsent, listeners, send } from './delivery.ts'
import { attr } from './dom.ts'
import { permitted } from './fields.ts'
import { nameOf } from './forms.ts'
import { showOutcome } from './outcome.ts'
import { isPrivateName } from './private-names.ts'
import type { LeadCapture } from './public-types.ts'
import { collectorUrl } from './settings.ts'
import { newSubmission } from './submission.ts'

/** The functions of `window.leadCapture`. */
export const api: LeadCapture = {
  submit: async (fields, { answers, transcript, channel, consent, id, form, intent } = {}) => {
    try {
      // Without a key there is nobody to send to.
      if (!collectorUrl) throw 0
      const bound =
        typeof form === 'string' ? document.querySelector(`[data-lead=${JSON.stringify(form)}]`) || undefined : form
      const submission = newSubmission(
        {
          fields: permitted(
            // The wire has no places for answers, transcript and channel: as fields they are kept under their own names.
            Object.entries({ ...answers, transcript, channel, ...fields }).flatMap(([name, value]) =>
              [value].flat().map(one => [name, one] as const),
            ),
            // A national id that the site names itself is meant to be sent.
            name => isPrivateName(name, true),
          ),
          consent: consentRecord(undefined, consent),
        },
        bound ? nameOf(bound) : (form as string),
        'submit-call',
        intent || (bound ? attr(bound, 'data-lead-intent') : ''),
        id,
      )
      return await new Promise(resolve => {
        submission.onResult = result => {
          if (bound) showOutcome(bound, result)
          resolve(result)
        }
        if (bound) showOutcome(bound)
        send(submission)
      })
    } catch {
      // Fields that are no object, a getter that throws, an element that is none: there is nothing to send.
      return { id: '', status: 'rejected', issues: [] }
    }
  },
  consent: choice => {
    // What is no choice (null) changes nothing.
    if (choice != null) chooseConsent(choice)
    checkConsent()
  },
  on: (name, listener) => {
    const entry = [name, listener] as const
    if (typeof listener === 'function') listeners.add(entry)
    return () => {
      listeners.delete(entry)
    }
  },
}
