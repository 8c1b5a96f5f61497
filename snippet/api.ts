// `window.leadCapture`: what a site's own code calls. It answers always and throws never.

import { chooseConsent, consentRecord } from './consent.ts'
import { checkConsent, deliver, listeners, send, sentAs } from './delivery.ts'
import { attr } from './dom.ts'
import { permitted, readForm } from './fields.ts'
import { actOf, nameOf, withAct } from './forms.ts'
import { showOutcome } from './outcome.ts'
import { isPrivateName } from './private-names.ts'
import type { LeadCapture, SubmitResult } from './public-types.ts'
import { quietly } from './quietly.ts'
import { collectorUrl } from './settings.ts'
import { newSubmission } from './submission.ts'

/** The functions of `window.leadCapture`. */
export const api: LeadCapture = {
  submit: async (fields, options) => {
    try {
      const { answers, transcript, channel, consent, id, form, intent } = options || {}
      // Without a key there is nobody to send to.
      if (!collectorUrl) throw 0
      const entries = permitted(
        // The wire has no places for answers, transcript and channel: as fields they are kept under their own names.
        Object.entries({ ...answers, transcript, channel, ...fields }).flatMap(([name, value]) =>
          [value].flat().map(one => [name, one] as const),
        ),
        // A national id that the site names itself is meant to be sent.
        name => isPrivateName(name, true),
      )
      const act = actOf(form, entries)
      const bound =
        act?.form || (typeof form === 'string' ? document.querySelector(`[data-lead=${JSON.stringify(form)}]`) : form)
      const reading = act?.reading || (bound && quietly(readForm)(bound))
      // One id, one body; another lead under it is for the collector to refuse. And an act that was sent is not sent
      // again by a call that says nothing new.
      const known = sentAs(id || (consent == null && !act?.settle && act?.submission.id), entries)
      return await new Promise(resolve => {
        const onResult = (result: SubmitResult) => {
          if (bound) showOutcome(bound, result)
          resolve(result)
        }
        if (bound) showOutcome(bound)
        if (known) return deliver(known, onResult)
        const submission = newSubmission(
          { fields: withAct(entries, act), hints: reading?.hints || {} },
          () => consentRecord(reading?.boxes, consent),
          bound ? nameOf(bound) : (form as string),
          'submit-call',
          intent || (bound ? attr(bound, 'data-lead-intent') : ''),
          id || undefined,
        )
        if (act) act.submission = submission
        send(submission, onResult)
      })
    } catch {
      // Fields that are no object, a getter that throws, an element that is none: there is nothing to send.
      return { id: '', status: 'rejected', issues: [] }
    }
  },
  consent: quietly(choice => {
    chooseConsent(choice)
    checkConsent()
  }),
  on: (name, listener) => {
    const entry = [name, listener] as const
    if (typeof listener === 'function') listeners.add(entry)
    return () => listeners.delete(entry)
  },
}
