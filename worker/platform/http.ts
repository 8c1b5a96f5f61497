// Calls to the outside: a time limit over the whole call, a cap on what is read, no redirects.

import { destinationAnswerBytesMax, destinationTimeoutMsMax } from '../../shared/limits.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** How much of the answer is read, where it is a long one. `destinationAnswerBytesMax` otherwise. */
  readonly answerBytesMax?: number
}

export type HttpAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly header: (name: string) => string | null
      /** At most as many bytes of it as the request allows. */
      readonly body: string
    }
  /** No whole answer came: the request may have been carried out. */
  | { readonly kind: 'timeout' | 'network' }
  /** The budget was spent before anything was sent. */
  | { readonly kind: 'unsent' }

/** Sends one request. Never throws. `budget` ends the call before its own time limit does. */
export async function callOut(request: HttpRequest, budget: AbortSignal): Promise<HttpAnswer> {
  if (budget.aborted) return { kind: 'unsent' }
  const limit = AbortSignal.timeout(destinationTimeoutMsMax)
  const signal = AbortSignal.any([limit, budget])
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      // A redirect would hand the token and the lead to another address than the configured one.
      redirect: 'manual',
      signal,
    })
    const body = await readCapped(response, request.answerBytesMax ?? destinationAnswerBytesMax)
    return { kind: 'answer', status: response.status, header: name => response.headers.get(name), body }
  } catch {
    // A refused or reset connection, a failed name look-up, or the signal. Which of these it was cannot be read
    // portably from the error, and all but the time limit are handled alike.
    return { kind: signal.aborted ? 'timeout' : 'network' }
  }
}

async function readCapped(response: Response, bytesMax: number): Promise<string> {
  if (!response.body) return ''
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  while (bytes < bytesMax) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text
}
