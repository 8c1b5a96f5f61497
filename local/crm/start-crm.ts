// Starts the stand-in CRM: HubSpot's contacts API on loopback, with a control side under `/_crm`.
// For tests and `npm start` only. Every contact is on disk before the answer leaves.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerRequest, type CrmParts, send } from './answer-request.ts'
import { createCallLog } from './call-log.ts'
import { openContactStore } from './contact-store.ts'
import { errorAnswer } from './errors.ts'
import { createFaults } from './faults.ts'
import { callsPerDayMax, callsPerTenSecondsMax, idleConnectionMsMax } from './limits.ts'
import { createRateLimit, type RateLimits } from './rate-limit.ts'

export interface CrmOptions {
  /** 0 takes a free port. */
  readonly port: number
  /** Where the contacts are kept; made when missing. */
  readonly stateFile: string
  /** The one good bearer token. Without it, any token is good. */
  readonly token?: string
  readonly now?: () => Date
  readonly rateLimits?: Partial<RateLimits>
}

export interface Crm {
  readonly url: string
  close(): Promise<void>
}

/** Resolves when the stand-in answers. */
export async function startCrm({
  port,
  stateFile,
  token,
  now = () => new Date(),
  rateLimits,
}: CrmOptions): Promise<Crm> {
  const parts: CrmParts = {
    store: openContactStore(stateFile),
    rateLimit: createRateLimit({
      callsPerTenSeconds: callsPerTenSecondsMax,
      callsPerDay: callsPerDayMax,
      ...rateLimits,
    }),
    calls: createCallLog(),
    faults: createFaults(),
    token,
    now,
  }
  const server = createServer((request, response) => {
    answerRequest(parts, request, response).catch(error => {
      // Only a bug of ours or a full disk lands here; the caller must not mistake it for an answer of HubSpot.
      console.error('the stand-in CRM failed', error)
      if (!response.headersSent) send(response, errorAnswer(500, 'INTERNAL_ERROR', 'the stand-in CRM failed'))
    })
  })
  // Longer than callers keep an idle connection, so that a reset is always one that was asked for.
  server.keepAliveTimeout = idleConnectionMsMax
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  }).catch(error => {
    parts.store.close()
    throw error
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      parts.store.close()
    },
  }
}
