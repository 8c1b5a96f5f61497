// From checked bytes to the members of a submission: decode, parse, validate with zod. Only what would make the whole
// submission meaningless is refused here; a member that is merely wrong is left out and becomes an issue later.

import * as z from 'zod/mini'
import { parseSubmissionId, type SubmissionId } from '../../shared/ids.ts'
import type { SentSubmission } from '../../shared/lead/build-submission.ts'
import { captchaCharsMax, fieldNameCharsMax, fieldsMax } from '../../shared/limits.ts'
import { parseJson } from '../../shared/parse-json.ts'
import type { Problem, ProblemError } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { type WireFieldHint, wireSchema } from '../../shared/wire.ts'
import type { AcceptedMediaType } from './body.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import { isForm, readForm } from './form-body.ts'

/** A body as it came. */
export interface ReceivedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: AcceptedMediaType
  /** The whole header: a multipart boundary is in it. */
  readonly contentType: string
  /** The page that a plain form post came from. */
  readonly referer?: string
}

export interface Envelope {
  readonly id?: SubmissionId
  readonly sent: SentSubmission
}

const text = z.catch(z.optional(z.string().check(z.maxLength(fieldNameCharsMax * 8))), undefined)
const hintShape = z.object({ label: text, autocomplete: text, type: text, field: text })
const formShape = z.object({
  name: text,
  how: z._default(z.catch(z.enum(['native', 'script', 'submit-call', 'api', 'html']), 'api'), 'api'),
  intent: z._default(z.catch(z.enum(['high', 'low']), 'high'), 'high'),
})
const unknownForm: z.output<typeof formShape> = { name: undefined, how: 'api', intent: 'high' }
const pageShape = z.object({ url: z.unknown(), title: text, referrer: z.unknown() })
const touchesShape = z.object({ first: z.unknown(), last: z.unknown() })

// `catch` where a wrong member must not cost the lead; plain where it must be refused.
const envelopeShape = z.object({
  // Null is what many languages write for what is not there.
  id: z.nullish(z.string()),
  fields: z.optional(z.unknown()),
  hints: z._default(z.catch(z.record(z.string(), z.catch(hintShape, {})), {}), {}),
  form: z._default(z.catch(formShape, unknownForm), unknownForm),
  page: z._default(z.catch(z.partial(pageShape), {}), {}),
  attribution: z._default(z.catch(z.partial(touchesShape), {}), {}),
  consent: z.optional(z.unknown()),
  occurred_at: z.optional(z.unknown()),
  elapsed_ms: z.catch(z.optional(z.number().check(z.nonnegative())), undefined),
  hp: z.catch(z.optional(z.string()), undefined),
  captcha: z.nullish(z.string().check(z.maxLength(captchaCharsMax))),
})

/** Reads a body of any accepted media type. */
export async function readEnvelope(body: ReceivedBody): Promise<Result<Envelope, Problem>> {
  if (isForm(body.mediaType)) return readForm(body)
  const decoded = decodeUtf8(body.bytes)
  if (decoded === undefined) return err({ type: 'invalid-encoding' })
  const parsed = parseJson(decoded)
  if (!parsed.ok) return err({ type: parsed.error })
  return readMembers(parsed.value)
}

function readMembers(value: unknown): Result<Envelope, Problem> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid('', 'invalid_type')
  // Asked before the shape: a newer sender may have changed anything.
  const schema = 'schema' in value ? value.schema : undefined
  if (schema !== undefined && schema !== null && schema !== wireSchema)
    return err({ type: 'unsupported-schema-version' })
  const parsed = envelopeShape.safeParse(value)
  if (!parsed.success) return err({ type: 'validation-failed', errors: parsed.error.issues.map(toError) })
  const members = parsed.data
  const id = parseSubmissionId(members.id ?? '')
  if (typeof members.id === 'string' && !id) return invalid('/id', 'invalid_format')
  return ok({
    ...(id ? { id } : {}),
    sent: {
      fields: fieldsWithoutHoneypot(members.fields),
      hints: readHints(members.hints),
      form: members.form,
      page: members.page,
      attribution: members.attribution,
      consent: members.consent,
      occurredAt: members.occurred_at,
      elapsedMs: members.elapsed_ms,
      honeypot: members.hp ?? honeypotIn(members.fields),
    },
  })
}

// The script sends a form's fields as they are; which of them is the honeypot is ours to know, as in a plain form post.
const honeypotName = '_hp'

function honeypotIn(fields: unknown): string | undefined {
  const entries = Array.isArray(fields) ? fields.filter(Array.isArray) : Object.entries(Object(fields))
  const value: unknown = entries.find(([name]) => name === honeypotName)?.[1]
  return typeof value === 'string' ? value : undefined
}

function fieldsWithoutHoneypot(fields: unknown): unknown {
  if (Array.isArray(fields)) return fields.filter(entry => !(Array.isArray(entry) && entry[0] === honeypotName))
  if (typeof fields !== 'object' || fields === null) return fields
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== honeypotName))
}

function readHints(
  hints: Readonly<Record<string, z.output<typeof hintShape> | object>>,
): Record<string, WireFieldHint> {
  const entries = Object.entries(hints).slice(0, fieldsMax)
  return Object.fromEntries(entries.map(([name, hint]) => [name, defined(hint)]))
}

function defined(hint: object): WireFieldHint {
  return Object.fromEntries(Object.entries(hint).filter(([, value]) => typeof value === 'string'))
}

function toError(issue: z.core.$ZodIssue): ProblemError {
  const pointer = issue.path.map(key => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  const code =
    issue.code === 'too_big' ? 'too_long' : issue.code === 'invalid_format' ? 'invalid_format' : 'invalid_type'
  return { pointer, code }
}

const invalid = (pointer: string, code: ProblemError['code']): Result<never, Problem> =>
  err({ type: 'validation-failed', errors: [{ pointer, code }] })
