// A plain HTML form post as a submission, so that a form works without JavaScript. Inputs whose name begins with `_`
// are for us: `_redirect`, `_form`, `_id`, and `_hp`, the honeypot.

import { parseSubmissionId } from '../../shared/ids.ts'
import { parseHttpUrl } from '../../shared/normalize/url.ts'
import type { Problem } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Envelope, ReceivedBody } from './envelope.ts'
import { decodeFormText, formCharset } from './form-charset.ts'

export type FormPairs = readonly (readonly [name: string, value: string])[]

/** Whether a body of this media type is a form post. */
export const isForm = (mediaType: string) =>
  mediaType === 'application/x-www-form-urlencoded' || mediaType === 'multipart/form-data'

/** Reads a form post. */
export async function readForm(body: ReceivedBody): Promise<Result<Envelope, Problem>> {
  const read = await formPairs(body)
  if (!read.ok) return read
  const own = (name: string) => read.value.find(([key]) => key === name)?.[1]
  const id = own('_id')
  const parsedId = id ? parseSubmissionId(id) : undefined
  if (id && !parsedId) return err({ type: 'validation-failed', errors: [{ pointer: '/_id', code: 'invalid_format' }] })
  return ok({
    ...(parsedId ? { id: parsedId } : {}),
    sent: {
      fields: read.value.filter(([name]) => !name.startsWith('_')),
      hints: {},
      form: { how: 'html', intent: 'high', name: own('_form') },
      page: body.referer && parseHttpUrl(body.referer) ? { url: body.referer } : {},
      attribution: {},
      honeypot: own('_hp'),
    },
  })
}

/** Where the form wants the person to go afterwards. Not checked against anything yet. */
export async function wantedRedirect(body: ReceivedBody): Promise<string | undefined> {
  const read = await formPairs(body)
  return read.ok ? read.value.find(([name]) => name === '_redirect')?.[1] : undefined
}

async function formPairs(body: ReceivedBody): Promise<Result<FormPairs, Problem>> {
  const read = await readPairs(body, body.bytes)
  if (!read.ok) return read
  const charset = formCharset(read.value, body.contentType)
  if (charset === undefined && !read.value.some(pair => pair.join('').includes(unreadable))) return read
  // Read again with every byte as a character of its own, so that each text is in the bytes that were sent.
  const bytewise = await readPairs(body, Array.from(body.bytes, byte => String.fromCharCode(byte)).join(''))
  if (!bytewise.ok) return bytewise
  return ok(bytewise.value.map(([name, value]) => [decodeFormText(name, charset), decodeFormText(value, charset)]))
}

/** What stands where bytes are no UTF-8. */
const unreadable = '\ufffd'

/** @param content the bytes of the body, or a character for each of them */
async function readPairs(body: ReceivedBody, content: BodyContent): Promise<Result<FormPairs, Problem>> {
  if (body.mediaType === 'multipart/form-data') return readMultipart(body.contentType, content)
  if (typeof content !== 'string') return ok([...new URLSearchParams(new TextDecoder().decode(content))])
  const escaped = content.replace(/%([89a-f][\da-f])|[\x80-\xff]/gi, (found, byte) =>
    encodeURIComponent(byte ? String.fromCharCode(Number.parseInt(byte, 16)) : found),
  )
  return ok([...new URLSearchParams(escaped)])
}

type BodyContent = Uint8Array<ArrayBuffer> | string

// The platform's own reader, on bytes whose number is bounded already. Files are left out: neither their contents nor
// their names are a lead.
async function readMultipart(contentType: string, content: BodyContent): Promise<Result<FormPairs, Problem>> {
  try {
    const form = await new Response(content, { headers: { 'content-type': contentType } }).formData()
    return ok([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))
  } catch {
    // A missing or wrong boundary, or a part that breaks off.
    return err({ type: 'validation-failed', errors: [{ pointer: '', code: 'invalid_format' }] })
  }
}
