// Follows each submission from outside: captured, held back, answered, or not. Knows what the snippet's events and the
// browser's timing tell, and nothing of what was typed.

import type { LeadCapture, LeadEvent, LeadIssue, SubmitResult } from '../public-types.ts'
import { quietly } from '../quietly.ts'
import { watchAnswers } from './answers-seen.ts'
import { consentSeen } from './consent-seen.ts'
import { issuesText } from './issues-text.ts'
import { watchPolicy } from './policy-seen.ts'
import { settings } from './settings.ts'
import { explainSilence } from './silence.ts'
import type { SnippetSeen } from './snippet-seen.ts'
import { tell } from './tell.ts'

/** Where a submission is. */
export interface Send {
  readonly id: string
  readonly form: string
  readonly at: number
  status: 'sending' | 'held' | 'queued' | SubmitResult['status']
  issues: readonly LeadIssue[]
  ms: number
}

/** The submissions of this page, newest first. */
export const sends: Send[] = []

/** Only the last ones are looked at again. */
const sendsMax = 20
const heldMs = 800
/** The timing of an answer may be reported after the answer is. */
const statusMs = 200

/** Tells what becomes of submissions. `onChange` is called when one of them is somewhere else. */
export const watchSends = (leadCapture: LeadCapture, snippet: SnippetSeen, onChange: () => void): void => {
  const after = (onLead: (lead: LeadEvent) => void) => (lead: LeadEvent) => {
    onLead(lead)
    onChange()
  }
  leadCapture.on(
    'captured',
    after(lead => onCaptured(lead, snippet)),
  )
  leadCapture.on('accepted', after(onAccepted))
  leadCapture.on('rejected', lead => setTimeout(after(onRejected), statusMs, lead))
  addEventListener('submit', quietly(onSubmit), true)
  // The browser's timing says nothing of what a policy has stopped.
  watchPolicy(() => onAnswer(0))
  watchAnswers(onAnswer)
}

/** Of the last answer. Some browsers do not tell; what is rejected is a 4xx. */
let status: number | string = 0
let isAllowedAtForm = false

/** A ticked consent box lets its submission go. */
const onSubmit = (submitted: Event) => {
  const form = submitted.composedPath()[0] as Element
  isAllowedAtForm = !!form.querySelector(':checked[data-lead-consent]')
}

const add = ({ id, form = '' }: LeadEvent): Send => {
  const send: Send = { id, form, at: Date.now(), status: 'sending', issues: [], ms: 0 }
  sends.unshift(send)
  sends.splice(sendsMax)
  return send
}

const onCaptured = (lead: LeadEvent, snippet: SnippetSeen) => {
  const send = add(lead)
  const isAllowed = isAllowedAtForm || settings.consent !== 'required'
  tell('LC30', { id: send.id, form: send.form })
  setTimeout(() => {
    const { state } = consentSeen(snippet)
    if (send.status !== 'sending' || isAllowed || state === 'granted') return
    send.status = 'held'
    tell('LC31', { id: send.id, state })
  }, heldMs)
}

/** One that an earlier page left is answered without having been captured here. */
const settle = (lead: LeadEvent): Send => {
  const send = sends.find(({ id }) => id === lead.id) ?? add(lead)
  const { status = 'accepted', issues = [] } = lead
  return Object.assign(send, { status, issues, ms: Date.now() - send.at })
}

const onAccepted = (lead: LeadEvent) => {
  const { id, ms, issues } = settle(lead)
  tell(lead.status === 'duplicate' ? 'LC33' : 'LC32', { ms, id })
  if (issues.length) tell('LC34', { issues: issuesText(issues) })
}

const onRejected = (lead: LeadEvent) => {
  const { issues } = settle(lead)
  tell(status === 403 ? 'LC36' : status === 401 ? 'LC37' : 'LC35', {
    status,
    issues: issuesText(issues),
    origin: location.origin,
  })
}

const onAnswer = (answered: number | string = '4xx') => {
  status = answered
  if (!/^(0|408|429|5..)$/.test(`${status}`)) return
  for (const send of sends) if (send.status === 'sending') send.status = 'queued'
  if (status) tell('LC43', { status })
  else explainSilence()
}
