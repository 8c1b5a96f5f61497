// What a destination calls out through: within a budget of time, with secrets of the environment and tokens of its gate.

import type { TokenSource } from '../destinations/access-token.ts'
import type { DeliveryIo } from '../destinations/destination.ts'
import { type Env, textBinding } from '../env.ts'
import { callOut } from '../platform/http.ts'
import type { gateOf } from '../platform/objects.ts'

export const deliveryIo = (env: Env, token: TokenSource, budget: AbortSignal): DeliveryIo => ({
  call: request => callOut(request, budget),
  secret: name => textBinding(env, name),
  now: () => Date.now(),
  // No token for a call that will not be made.
  token: async (grant, refused) => (budget.aborted ? budgetSpent : token(grant, refused)),
})

const budgetSpent = { kind: 'none', outcome: { kind: 'retry', reason: 'budget_spent' } } as const

/** Tokens of the gate, which fetches each once for everyone who delivers. */
export function tokensOf(gate: ReturnType<typeof gateOf>): TokenSource {
  return async (grant, refused) => {
    try {
      return await gate.token(grant, refused)
    } catch {
      // The gate moved or restarted, or its storage failed: it is asked again with the next attempt.
      return { kind: 'none', outcome: { kind: 'retry', reason: 'network' } }
    }
  }
}
