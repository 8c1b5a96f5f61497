// A plain HTML form post as a submission, so that a form works without JavaScript. Inputs whose name begins with `_`
// are for us: `_redirect`, `_form`, `_id`, and `_hp`, the honeypot.

import { parseSubmissionId } from '../../shared/ids.ts'
import { parseHttpUrl } from '../../shared/normalize/url.ts'
import type { Problem } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { decodeUtf8 } from './decode-utf8.ts'
import type { Envelope, ReceivedBody } from './envelope.ts'

type FormPairs = readonly (readonly [name: string, value: string])[]

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
  if (body.mediaType === 'multipart/form-data') return readMultipart(body)
  const text = decodeUtf8(body.bytes)
  return text === undefined ? err({ type: 'invalid-encoding' }) : ok([...new URLSearchParams(text)])
}

// The platform's own reader, on bytes whose number is bounded already. Files are left out: neither their contents nor
// their names are a lead.
async function readMultipart(body: ReceivedBody): Promise<Result<FormPairs, Problem>> {
  try {
    const headers = { 'content-type': body.contentType }
    const form = await new Response(body.bytes, { headers }).formData()
    return ok([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))
  } catch {
    // A missing or wrong boundary, or a part that breaks off.
    return err({ type: 'validation-failed', errors: [{ pointer: '', code: 'invalid_format' }] })
  }
}
