// HubSpot: tells a form of the portal of a lead's submission, at most once. Every call of the forms API is one more entry and
// it knows no id of ours, so that the record is marked first: what is marked is never told again. A call in doubt is not
// repeated: an entry that is missing costs less than a conversion that never was.

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import type { DeliveryIo, Missing } from './destination.ts'
import { hubspotFailure } from './hubspot-answers.ts'
import { authorized, type HubspotFormSettings, type HubspotSettings, patchContact } from './hubspot-call.ts'
import { hubspotPropertyNames, type PreparedContact } from './hubspot-contact.ts'
import type { FormSubmission } from './hubspot-form.ts'
import { type Looked, lookAt } from './hubspot-look.ts'

const { revision: revisionName, formSubmission: markName } = hubspotPropertyNames

/** Leads whose form is told at once, two calls each: as few as a Worker has connections for. */
const handOversAtOnceMax = 5

/** HubSpot refuses a submission that is more than one month old (`submittedAt`, same page). */
const formAgeDaysMax = 28

/** How an attempt names a form that was not told, or that did not say that it was. */
const formDropped = 'form'

/** What of a contact is written first: its revision stands for all of it, and comes with the mark. */
export function withoutMark(contact: PreparedContact): PreparedContact {
  if (!owedForm(contact)) return contact
  const properties = unmarked(contact.properties)
  return { ...contact, properties, latestProperties: unmarked(contact.latestProperties) }
}

const unmarked = ({ [revisionName]: _, [markName]: __, ...others }: Readonly<Record<string, string>>) => others

const owedForm = ({ form, properties }: PreparedContact): FormSubmission | undefined =>
  Object.hasOwn(properties, markName) ? form : undefined

/** The outcomes of contacts that were written without their mark, after the form was told of those that are delivered. */
export async function handOver(
  contacts: readonly PreparedContact[],
  outcomes: readonly DeliveryOutcome[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<readonly DeliveryOutcome[]> {
  const owed = contacts.flatMap((contact, at) => {
    const [form, delivered] = [owedForm(contact), outcomes[at]]
    return form && delivered?.kind === 'delivered' ? [{ at, contact, form, delivered }] : []
  })
  if (!settings.form || owed.length === 0) return outcomes
  const ids = owed.map(({ contact }) => contact.externalId)
  const looked = await lookAt(ids, ['email', revisionName, markName], settings, io)
  const handed = [...outcomes]
  let limited: DeliveryOutcome | undefined
  for (let first = 0; first < owed.length; first += handOversAtOnceMax) {
    // Ten refusals in one second shut us out for a minute ("Additional rate limit protection", HubSpot changelog).
    const until = limited
    const came = await Promise.all(
      owed.slice(first, first + handOversAtOnceMax).map(async (one, n) => {
        const outcome = until ?? (await handOverOne(one, looked[first + n] ?? unseen, settings, io))
        return { at: one.at, outcome }
      }),
    )
    for (const { at, outcome } of came) handed[at] = outcome
    limited = came.map(({ outcome }) => outcome).find(isLimited)
  }
  return handed
}

const isLimited = (outcome: DeliveryOutcome) => outcome.kind === 'retry' && outcome.reason === 'rate_limited'

const unseen: Looked = { kind: 'absent' }

interface Owed {
  readonly contact: PreparedContact
  readonly form: FormSubmission
  readonly delivered: DeliveryOutcome & { readonly kind: 'delivered' }
}

async function handOverOne(
  { contact, form, delivered }: Owed,
  looked: Looked,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  if (looked.kind === 'failed') return looked.failure
  if (looked.kind === 'absent') return { kind: 'retry', reason: 'absent' }
  const { id, properties } = looked.contact
  const [before, revision] = [properties[markName] ?? '', properties[revisionName] ?? '']
  const isTold = before >= form.mark
  // An address that is another lead's contact would bring the submission there.
  const isOwnAddress = properties['email']?.toLowerCase() === contact.properties['email']
  const isYoung = io.now() - form.occurredAt < formAgeDaysMax * 86_400_000
  const isToTell = !isTold && isOwnAddress && isYoung
  const mark = isToTell ? { [markName]: form.mark } : {}
  const failure = await patchContact(id, { ...mark, [revisionName]: String(contact.revision) }, settings, io)
  if (failure || isTold) return failure ?? delivered
  const untold = { ...delivered, dropped: [formDropped] }
  if (!isToTell || !settings.form) return untold
  const answer = await submit(form, settings, settings.form, io)
  if (isSubmitted(answer)) return delivered
  const refusal = hubspotFailure(answer, io.now())
  if (isLimited(refusal)) {
    // Refused for sure, so that it may come again, if the mark can be taken back.
    const isMarked = await patchContact(id, { [markName]: before, [revisionName]: revision }, settings, io)
    if (!isMarked) return refusal
  }
  return { ...untold, ...(refusal.answer ? { answer: refusal.answer } : {}) }
}

async function submit(
  { body }: FormSubmission,
  settings: HubspotSettings,
  { baseUrl, portalId, formGuid }: HubspotFormSettings,
  io: DeliveryIo,
): Promise<HttpAnswer> {
  const path = `/submissions/v3/integration/secure/submit/${portalId}/${formGuid}`
  const request = authorized({ ...settings, baseUrl }, io, { method: 'POST', path, body })
  return request ? io.call(request) : { kind: 'unsent' }
}

const isSubmitted = (answer: HttpAnswer): boolean =>
  answer.kind === 'answer' && answer.status === 200 && z.looseObject({}).safeParse(answerJson(answer.body)).success

const formShape = z.object({ configuration: z.optional(z.object({ recaptchaEnabled: z.optional(z.boolean()) })) })

/** What keeps the form from being told. Reads only: "Get a form", marketing/v3/forms (read 2026-11-28). */
export async function formProblems(settings: HubspotSettings, io: DeliveryIo): Promise<readonly Missing[]> {
  const path = `/marketing/v3/forms/${settings.form?.formGuid}`
  const request = settings.form && authorized(settings, io, { method: 'GET', path })
  const answer = request && (await io.call(request))
  if (answer?.kind !== 'answer') return []
  if (answer.status === 403) return [{ what: 'scope', name: 'forms', problem: 'absent' }]
  if (answer.status === 404) return [{ what: 'field', name: formDropped, problem: 'absent' }]
  const form = formShape.safeParse(answerJson(answer.body)).data
  return form?.configuration?.recaptchaEnabled ? [{ what: 'field', name: formDropped, problem: 'read_only' }] : []
}
