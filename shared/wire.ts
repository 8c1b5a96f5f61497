// The contract between a page and the Worker: what `POST /v1/leads` takes and answers (schema `lead/1`).
// Types and constants only, so that the snippet can use them for no bytes. Reading it is receive's work.

import type { CanonicalField } from './mapping/canonical-fields.ts'

/** The version of the wire format. A sender with another one is refused and kept in quarantine. */
export const wireSchema = 'lead/1'

/** Path of the collector on the Worker's origin. The site key is in the query: `?k=pk_live_…`. */
export const leadsPath = '/v1/leads'

/** Path of the script that explains the snippet to who installs it. */
export const debugPath = '/lc-debug.js'

/** A value as pages send it. Anything else in a field is the issue `invalid_type`. */
export type WireFieldValue = string | number | boolean | readonly (string | number | boolean)[]

/** Fields by name, or pairs in the order of the form (a name may repeat). */
export type WireFields = Readonly<Record<string, WireFieldValue>> | readonly (readonly [string, WireFieldValue])[]

/** What the page knew about a control whose name says little (`input_3`). */
export interface WireFieldHint {
  readonly label?: string
  readonly autocomplete?: string
  readonly type?: string
  readonly field?: CanonicalField | (string & {}) | undefined
}

/** How the submission came about. `submit-call` is `window.leadCapture.submit()`. */
export type CaptureHow = 'native' | 'script' | 'submit-call' | 'api' | 'html'
export type LeadIntent = 'high' | 'low'

export const utmKeys = [
  'utm_source',
  'utm_medium',
  'utm_campaign',
  'utm_term',
  'utm_content',
  'utm_id',
  'utm_source_platform',
] as const
export const clickIdKeys = [
  'gclid',
  'gbraid',
  'wbraid',
  'gad_source',
  'dclid',
  'fbclid',
  'msclkid',
  'ttclid',
  'li_fat_id',
  'twclid',
  'rdt_cid',
  'sccid',
  'epik',
] as const
export type UtmKey = (typeof utmKeys)[number]
export type ClickIdKey = (typeof clickIdKeys)[number]

/** One arrival on the site. `referrer` is external and without its query; `at` is ISO 8601 in UTC. */
export type WireTouchpoint = { readonly [key in UtmKey | ClickIdKey]?: string } & {
  readonly referrer?: string
  readonly landing_page?: string
  readonly at?: string
}

export type ConsentState = 'granted' | 'denied' | 'unknown'
export type ConsentSource = 'checkbox' | 'gpc' | 'tcf' | 'consent-mode' | 'onetrust' | 'cookiebot' | 'api' | 'none'

export interface WireConsent {
  readonly state: ConsentState
  readonly source: ConsentSource
  readonly channels?: Readonly<Record<string, boolean>>
  readonly text?: string
  readonly policy_url?: string
  readonly policy_version?: string
  /** What a consent platform said, in its own words. */
  readonly raw?: string | undefined
  readonly gpc?: boolean | undefined
  readonly at?: string
}

/** The body of `POST /v1/leads`. Only `fields` is required; unknown members are ignored. */
export interface WireSubmission {
  readonly schema?: typeof wireSchema
  /** UUIDv7 made by the sender. Repeating it with the same bytes is the same submission. */
  readonly id?: string
  readonly fields: WireFields
  readonly hints?: Readonly<Record<string, WireFieldHint>>
  readonly form?: { readonly name?: string; readonly how?: CaptureHow; readonly intent?: LeadIntent }
  readonly page?: { readonly url?: string; readonly title?: string; readonly referrer?: string }
  readonly attribution?: { readonly first?: WireTouchpoint; readonly last?: WireTouchpoint }
  readonly consent?: WireConsent
  readonly occurred_at?: string
  /** Milliseconds that a person took to fill the form. Below `formFillMsMin` the submission is flagged as spam. */
  readonly elapsed_ms?: number
  /** Honeypot: whatever a field invisible to people contained. */
  readonly hp?: string
  readonly captcha?: string
}

/** What may be wrong with a field of an accepted lead. None of these loses the lead. */
export const issueCodes = [
  'clock_skew',
  'email_likely_mistyped',
  'email_non_ascii',
  'invalid_consent',
  'invalid_email',
  'invalid_phone',
  'invalid_time',
  'invalid_type',
  'mixed_script',
  'truncated',
  'unknown_country',
  'unknown_industry',
] as const
export type IssueCode = (typeof issueCodes)[number]

/** `field` is the sender's own name of the field, or the member of the body. */
export interface Issue {
  readonly field: string
  readonly code: IssueCode
}

/** The answer 202. `accepted` and `duplicate` are durable: committed before the answer left. */
export interface WireAnswer {
  readonly id: string
  readonly status: 'accepted' | 'duplicate'
  readonly issues: readonly Issue[]
}
