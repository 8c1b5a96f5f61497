// What a person allowed, as it was at one submission. Records are only ever added: a later one does not change
// an earlier one, it comes after it.

import { consentTextCharsMax, urlCharsMax } from '../limits.ts'
import { readIsoTime } from '../normalize/time.ts'
import { httpUrl } from '../normalize/url.ts'
import type { ConsentSource, ConsentState } from '../wire.ts'

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
  /** ISO 8601 in UTC. */
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
 * Reads the `consent` member. What cannot be read grants nothing: the state becomes `unknown`, and `isValid` says so.
 * @param at ISO time used when the sender named none that can be read
 */
export function readConsent(value: unknown, at: string): { record: ConsentRecord; isValid: boolean } {
  const nothing: ConsentRecord = { state: 'unknown', source: 'none', channels: {}, at }
  if (value === undefined || value === null) return { record: nothing, isValid: true }
  if (!isRecord(value) || !isState(value['state'])) return { record: nothing, isValid: false }
  const channels = readChannels(value['channels'])
  const source = value['source'] === undefined ? 'none' : value['source']
  const sentAt = value['at'] === undefined ? at : readIsoTime(value['at'])
  const isValid = channels !== undefined && isSource(source) && sentAt !== undefined
  const text = cut(value['text'], consentTextCharsMax)
  const policyUrl = httpUrl(value['policy_url'], urlCharsMax)
  const policyVersion = cut(value['policy_version'], 64)
  const raw = cut(value['raw'], consentTextCharsMax)
  const record: ConsentRecord = {
    // A consent that is half readable is evidence of nothing: keep the evidence, grant nothing.
    state: isValid || value['state'] === 'denied' ? value['state'] : 'unknown',
    source: isSource(source) ? source : 'none',
    channels: (isValid && channels) || {},
    at: sentAt ?? at,
    ...(text ? { text } : {}),
    ...(policyUrl ? { policyUrl } : {}),
    ...(policyVersion ? { policyVersion } : {}),
    ...(raw ? { raw } : {}),
    ...(typeof value['gpc'] === 'boolean' ? { gpc: value['gpc'] } : {}),
  }
  return { record, isValid }
}

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
