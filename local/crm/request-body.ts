// Reads the body of a request, up to a bound, and only then looks at it. Never throws on what a client sent.

import type { IncomingMessage } from 'node:http'
import { err, ok, type Result } from '../../shared/result.ts'
import { bodyBytesMax } from './limits.ts'

/** Why there is no body to work with. `aborted` means that the client left while sending. */
export type BodyProblem = 'too-large' | 'not-json' | 'aborted'

/** The bytes of a body. A body over the bound is read to its end and thrown away, so that the answer gets through. */
export async function readBody(request: IncomingMessage): Promise<Result<Buffer, BodyProblem>> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request) {
      bytes += chunk.length
      if (bytes <= bodyBytesMax) chunks.push(chunk)
      else chunks.length = 0
      if (bytes > 16 * bodyBytesMax) request.destroy()
    }
  } catch {
    // The stream fails only when the connection does; there is no one left to answer.
    return err('aborted')
  }
  return bytes > bodyBytesMax ? err('too-large') : ok(Buffer.concat(chunks))
}

/** The JSON in a body. */
export function parseJson(bytes: Buffer): Result<unknown, BodyProblem> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    // A TypeError for bytes that are not UTF-8, a SyntaxError for text that is not JSON.
    return err('not-json')
  }
}
