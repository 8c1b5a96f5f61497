// From what a sender wrote to a submission: map, normalize, attribute, and say what was wrong on the way.
// A bad field never loses the lead; only a submission by which nobody can be reached is refused.

import type { SiteId, SubmissionId } from '../ids.ts'
import { clockSkewMsMax, fieldNameCharsMax, formFillMsMin, occurredAgeDaysMax, urlCharsMax } from '../limits.ts'
import { isAttributionField } from '../mapping/attribution-fields.ts'
import { mapFields } from '../mapping/map-fields.ts'
import { readFields } from '../mapping/read-fields.ts'
import { redactAddress } from '../mapping/redact-address.ts'
import { redactSecrets } from '../mapping/redact-secrets.ts'
import { normalizeProfile } from '../normalize/normalize-profile.ts'
import { isoTime, readIsoTime } from '../normalize/time.ts'
import { urlWithoutQuery } from '../normalize/url.ts'
import type { ProblemError } from '../problem.ts'
import { err, ok, type Result } from '../result.ts'
import type { CaptureHow, Issue, WireFieldHint } from '../wire.ts'
import { readConsent } from './consent.ts'
import type { FieldPair } from './profile.ts'
import type { SpamReason, Submission } from './submission.ts'
import { readTouchpoint, type Touchpoint, touchpointFromUrl } from './touchpoint.ts'

/** The members of a body after its envelope was checked. What they hold is still the sender's word. */
export interface SentSubmission {
  readonly fields: unknown
  readonly hints: Readonly<Record<string, WireFieldHint>>
  readonly form: { readonly name?: string | undefined; readonly how: CaptureHow; readonly intent: 'high' | 'low' }
  readonly page: { readonly url?: unknown; readonly title?: string | undefined; readonly referrer?: unknown }
  readonly attribution: { readonly first?: unknown; readonly last?: unknown }
  readonly consent?: unknown
  readonly occurredAt?: unknown
  readonly elapsedMs?: number | undefined
  readonly honeypot?: string | undefined
}

export interface SubmissionContext {
  readonly id: SubmissionId
  readonly siteId: SiteId
  /** ISO 3166-1 alpha-2 of the site, used where the lead names no country. */
  readonly defaultCountry: string
  /** Milliseconds since 1970. */
  readonly receivedAt: number
}

/** Builds the submission, or says why nobody could be reached by it. */
export function buildSubmission(
  sent: SentSubmission,
  context: SubmissionContext,
): Result<Submission, readonly ProblemError[]> {
  const read = readFields(sent.fields)
  if (!read.ok) return err([{ pointer: '/fields', code: read.error }])
  const { pairs } = redactSecrets(read.value.pairs, sent.hints)
  const mapped = mapFields(pairs, sent.hints)
  const normalized = normalizeProfile(mapped, { defaultCountry: context.defaultCountry })
  const { profile } = normalized
  if (profile.email === undefined && profile.phone === undefined) {
    return err(refusal(read.value.unusable, normalized.unreadable))
  }
  const time = readOccurredAt(sent.occurredAt, context.receivedAt)
  const receivedAt = isoTime(context.receivedAt)
  const consent = readConsent(sent.consent, { occurredAt: time.occurredAt, receivedAt })
  const url = redactAddress(sent.page.url, urlCharsMax)
  const referrer = urlWithoutQuery(sent.page.referrer, urlCharsMax)
  const spam = spamReason(sent)
  return ok({
    id: context.id,
    siteId: context.siteId,
    occurredAt: time.occurredAt,
    receivedAt,
    fields: pairs,
    profile,
    custom: [...mapped.custom, ...normalized.spare],
    changes: normalized.changes,
    issues: [...read.value.issues, ...normalized.issues, ...time.issues, ...consent.issues],
    touchpoints: readTouchpoints(sent, pairs, time.occurredAt),
    consent: consent.record,
    form: {
      how: sent.form.how,
      intent: sent.form.intent,
      ...(sent.form.name ? { name: sent.form.name.slice(0, fieldNameCharsMax) } : {}),
    },
    page: {
      ...(url ? { url } : {}),
      ...(sent.page.title ? { title: sent.page.title.slice(0, fieldNameCharsMax) } : {}),
      ...(referrer ? { referrer } : {}),
    },
    ...(spam ? { spam } : {}),
  })
}

// Says both what is missing and, field by field, what was there but could not be read.
function refusal(
  unusable: readonly string[],
  unreadable: readonly { readonly field: string }[],
): readonly ProblemError[] {
  const pointer = (name: string) => `/fields/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
  return [
    { pointer: '/fields', code: 'no_identity' },
    ...unusable.map(name => ({ pointer: pointer(name), code: 'invalid_type' }) as const),
    ...unreadable.map(({ field }) => ({ pointer: pointer(field), code: 'invalid_format' }) as const),
  ]
}

function readOccurredAt(sent: unknown, receivedAt: number): { occurredAt: string; issues: readonly Issue[] } {
  const received = isoTime(receivedAt)
  if (sent === undefined || sent === null) return { occurredAt: received, issues: [] }
  const occurredAt = readIsoTime(sent)
  if (!occurredAt) return { occurredAt: received, issues: [{ field: 'occurred_at', code: 'invalid_time' }] }
  const ageMs = receivedAt - Date.parse(occurredAt)
  const isBelievable = ageMs > -clockSkewMsMax && ageMs < occurredAgeDaysMax * 86_400_000
  if (!isBelievable) return { occurredAt: received, issues: [{ field: 'occurred_at', code: 'clock_skew' }] }
  // A clock that runs ahead a little is normal, but nothing happened after we received it.
  return { occurredAt: occurredAt < received ? occurredAt : received, issues: [] }
}

// What the sender saw comes first; else what the page filled into hidden inputs; else the page's own address.
function readTouchpoints(sent: SentSubmission, pairs: readonly FieldPair[], at: string): readonly Touchpoint[] {
  const first = readTouchpoint(sent.attribution.first, at)
  const last = readTouchpoint(sent.attribution.last, at)
  // On a first visit the sender names one arrival as both.
  const isOneArrival = JSON.stringify(first) === JSON.stringify(last)
  const seen = (isOneArrival ? [first] : [first, last]).filter(touch => touch !== undefined)
  if (seen.length > 0) return seen
  const hidden = pairs.filter(pair => isAttributionField(pair.name) && pair.value !== '')
  const fromFields = readTouchpoint(Object.fromEntries(hidden.map(({ name, value }) => [bareName(name), value])), at)
  const touch = fromFields ?? touchpointFromUrl(sent.page.url, sent.page.referrer, at)
  return touch ? [touch] : []
}

// `form_fields[utm_source]` and `UTM_Source` are `utm_source`: form builders wrap the names of hidden inputs.
const bareName = (name: string) => (/\[([^\]]+)\]$/.exec(name)?.[1] ?? name).toLowerCase()

function spamReason(sent: SentSubmission): SpamReason | undefined {
  if (sent.elapsedMs !== undefined && sent.elapsedMs < formFillMsMin) return 'filled_too_fast'
  return sent.honeypot ? 'honeypot_filled' : undefined
}
