// What a person allowed, as it was at one submission. Records are only ever added: a later one does not change
// an earlier one, it comes after it.

import { clockSkewMsMax, consentTextCharsMax, urlCharsMax } from '../limits.ts'
import { readIsoTime } from '../normalize/time.ts'
import { httpUrl } from '../normalize/url.ts'
import type { ConsentSource, ConsentState, Issue } from '../wire.ts'

export interface ConsentRecord {
  readonly state: ConsentState
  readonly source: ConsentSource
  /** Channel by channel, for example `{ email: true, ads: false }`. A channel that is not named is not granted. */
  readonly channels: Readonly<Record<string, boolean>>
  /** The visible text beside the checkbox. */
  readonly text?: string
  readonly policyUrl?: string
  readonly policyVersion?: string
  /** What the consent platform itself said, as it said it: a TC string, OneTrust's groups. */
  readonly raw?: string
  /** Global Privacy Control was on. */
  readonly gpc?: boolean
  /** When the person acted: as stated, where that can be believed, else when they submitted. ISO 8601 in UTC. */
  readonly at: string
}

const states: readonly string[] = ['granted', 'denied', 'unknown']
const sources: readonly string[] = ['checkbox', 'gpc', 'tcf', 'consent-mode', 'onetrust', 'cookiebot', 'api', 'none']
const channelName = /^[a-z][a-z0-9_-]{0,31}$/i
const channelsMax = 20

const isState = (value: unknown): value is ConsentState => typeof value === 'string' && states.includes(value)
const isSource = (value: unknown): value is ConsentSource => typeof value === 'string' && sources.includes(value)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the `consent` member. What cannot be read grants nothing: the state becomes `unknown`, and an issue says so.
 * @param times in our one form: when the person submitted, which holds where no time can be read, and when we received it
 */
export function readConsent(
  value: unknown,
  times: { readonly occurredAt: string; readonly receivedAt: string },
): { record: ConsentRecord; issues: readonly Issue[] } {
  const nothing: ConsentRecord = { state: 'unknown', source: 'none', channels: {}, at: times.occurredAt }
  if (value === undefined || value === null) return { record: nothing, issues: [] }
  if (!isRecord(value) || !isState(value['state'])) return { record: nothing, issues: [invalid] }
  const channels = readChannels(value['channels'])
  const source = value['source'] === undefined ? 'none' : value['source']
  const sentAt = value['at'] === undefined ? times.occurredAt : readIsoTime(value['at'])
  const isValid = channels !== undefined && isSource(source) && sentAt !== undefined
  const isAhead = sentAt !== undefined && Date.parse(sentAt) >= Date.parse(times.receivedAt) + clockSkewMsMax
  const text = cut(value['text'], consentTextCharsMax)
  const policyUrl = httpUrl(value['policy_url'], urlCharsMax)
  const policyVersion = cut(value['policy_version'], 64)
  const raw = cut(value['raw'], consentTextCharsMax)
  const record: ConsentRecord = {
    // A consent that is half readable is evidence of nothing: keep the evidence, grant nothing.
    state: isValid || value['state'] === 'denied' ? value['state'] : 'unknown',
    source: isSource(source) ? source : 'none',
    channels: (isValid && channels) || {},
    at: sentAt === undefined || isAhead ? times.occurredAt : earlier(sentAt, times.receivedAt),
    ...(text ? { text } : {}),
    ...(policyUrl ? { policyUrl } : {}),
    ...(policyVersion ? { policyVersion } : {}),
    ...(raw ? { raw } : {}),
    ...(typeof value['gpc'] === 'boolean' ? { gpc: value['gpc'] } : {}),
  }
  return { record, issues: [...(isValid ? [] : [invalid]), ...(isAhead ? [skewed] : [])] }
}

const invalid: Issue = { field: 'consent', code: 'invalid_consent' }
const skewed: Issue = { field: 'consent', code: 'clock_skew' }

/**
 * The records of all submissions in the order of the person's acts, the oldest first. A grant that is stated again, or
 * that arrives late, stays as old as it is, so that it undoes no later refusal. Of one moment, the refusal comes last: who
 * relies on a consent has to prove it (GDPR Art. 7(1), LGPD Art. 8 § 2).
 * @param ordered by when they happened
 */
export function consentsInOrder(
  ordered: readonly { readonly consent: ConsentRecord; readonly receivedAt: string }[],
): readonly ConsentRecord[] {
  return ordered
    .map(({ consent, receivedAt }) => ({ consent, actedAt: earlier(consent.at, receivedAt) }))
    .sort((a, b) => (a.actedAt === b.actedAt ? rank(a.consent) - rank(b.consent) : a.actedAt < b.actedAt ? -1 : 1))
    .map(({ consent }) => consent)
}

// Nobody acted after we heard of it. Kept records may say so: they are never changed.
const earlier = (at: string, receivedAt: string) => (at < receivedAt ? at : receivedAt)
const rank = ({ state }: ConsentRecord) => (state === 'denied' ? 1 : 0)

function readChannels(value: unknown): Record<string, boolean> | undefined {
  if (value === undefined) return {}
  if (!isRecord(value)) return undefined
  const entries = Object.entries(value)
  if (entries.length > channelsMax) return undefined
  const channels: [string, boolean][] = []
  for (const [name, granted] of entries) {
    if (!channelName.test(name) || typeof granted !== 'boolean') return undefined
    channels.push([name, granted])
  }
  return Object.fromEntries(channels)
}

function cut(value: unknown, charsMax: number): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.toWellFormed().trim().slice(0, charsMax) : undefined
}
