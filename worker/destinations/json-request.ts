// A request that asks for JSON and sends it, as most vendors take it.

import type { HttpRequest } from '../platform/http.ts'

/** What is asked of a vendor, before its address and its credential are known. */
export interface Asked {
  readonly method: HttpRequest['method']
  readonly path: string
  readonly body?: unknown
  readonly answerBytesMax?: number
}

export function jsonRequest(
  { method, path, body, answerBytesMax }: Asked,
  base: string,
  credential: Record<string, string>,
): HttpRequest {
  const headers = { ...credential, accept: 'application/json' }
  const request = {
    method,
    url: `${base.replace(/\/+$/, '')}${path}`,
    headers,
    ...(answerBytesMax ? { answerBytesMax } : {}),
  }
  if (body === undefined) return request
  return { ...request, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
