// What a site's own code sees of us. This file imports nothing, because it is also the declaration that the package
// ships beside the ES module.

/** A value of a field. */
export type LeadFieldValue = string | number | boolean | readonly string[]

/** A field that the collector could not read. The lead is accepted all the same. */
export interface LeadIssue {
  readonly field: string
  readonly code: string
}

/** What became of a submission. `queued` is kept and retried. */
export interface SubmitResult {
  readonly id: string
  readonly status: 'accepted' | 'duplicate' | 'queued' | 'rejected'
  readonly issues: readonly LeadIssue[]
}

/** Consent by channel, or one answer for all of them. */
export type ConsentChoice = boolean | Readonly<Record<string, boolean>>

/** How to submit. */
export interface SubmitOptions {
  /** The form that this is: its `data-lead` name, or its element. Its `data-lead-error` and `-success` are shown. */
  readonly form?: string | Element
  readonly intent?: 'high' | 'low'
  readonly consent?: ConsentChoice
  /** What was said before, as in a chat. Kept as the field `transcript`. */
  readonly transcript?: string | readonly string[]
  /** Answers by question. Kept as fields of their own. */
  readonly answers?: Readonly<Record<string, LeadFieldValue>>
  /** Where the lead was won (`chat`, `quiz`). Kept as the field `channel`. */
  readonly channel?: string
  /** A UUIDv7 of your own; repeated with the same fields it is the same submission. */
  readonly id?: string
}

/** Sent to listeners. */
export interface LeadEvent {
  readonly id: string
  readonly form?: string
  readonly status?: SubmitResult['status']
  readonly issues?: readonly LeadIssue[]
}
export type LeadEventName = 'captured' | 'accepted' | 'rejected'

/** `window.leadCapture`. */
export interface LeadCapture {
  /** The fields may be of an interface too. What is undefined is not said. */
  submit<Fields extends { readonly [Name in keyof Fields]: LeadFieldValue | undefined }>(
    fields: Fields,
    options?: SubmitOptions,
  ): Promise<SubmitResult>
  consent(state: ConsentChoice): void
  on(event: LeadEventName, listener: (event: LeadEvent) => void): () => void
}

/** `window.leadCaptureConfig`, for pages where the tag's attributes do not reach us. */
export interface LeadCaptureConfig {
  readonly key?: string
  /** The collector's origin; needed where no script element shows it. */
  readonly endpoint?: string
  /** The collector's path, where `/v1/leads` is taken or blocked. */
  readonly path?: string
  readonly auto?: 'off'
  readonly consent?: 'required'
  readonly debug?: boolean
}
