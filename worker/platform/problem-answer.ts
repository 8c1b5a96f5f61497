// A problem as an HTTP answer (RFC 9457), in the language that the caller prefers.

import { type Problem, type ProblemType, preferredLanguage, problemBody } from '../../shared/problem.ts'

/** The answer to a request that met a problem. */
export function problemAnswer(
  request: Request,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const language = preferredLanguage(request.headers.get('accept-language'))
  const body = problemBody(problem, language, new URL(request.url).origin)
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'accept-language, origin',
      ...standardHeaders(problem.type),
      ...headers,
    },
  })
}

// RFC 9110 §11.6.1: a 401 says how to authenticate.
function standardHeaders(type: ProblemType): Readonly<Record<string, string>> {
  if (type === 'unauthorized') return { 'www-authenticate': 'Bearer realm="lead-capture"' }
  if (type === 'insufficient-scope') return { 'www-authenticate': 'Bearer error="insufficient_scope"' }
  return {}
}
