// The faults that a test asks for: a list taken in order, one fault a call, until it is used up.
// A fault applies before anything else (token, limits), as a broken gateway would. Kept in memory only.

import * as z from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import { faultHangMsMax, faultsMax } from './limits.ts'

const faultSchema = z
  .strictObject({
    /** Calls that get this fault; -1 is for ever. */
    times: z.union([z.literal(-1), z.int().min(1)]).default(1),
    /** Answer this instead of doing anything. */
    status: z.int().min(200).max(599).optional(),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string().regex(/^[\t\x20-\x7e]*$/)).default({}),
    /** Sent as it is; without one, what HubSpot would say with that status. A value that is no string is sent as JSON. */
    body: z.json().optional(),
    /** Do what the call asks, durably, then cut the connection without an answer. */
    commitThenReset: z.boolean().default(false),
    /**
     * Hold the call this long and then go on with it, unless the caller has left: then nothing is done.
     * Together with commitThenReset it is done at once, and the wait comes between commit and cut.
     */
    hangMs: z.int().min(0).max(faultHangMsMax).default(0),
  })
  .refine(fault => fault.status !== undefined || fault.commitThenReset || fault.hangMs > 0, {
    error: 'a fault needs a status, commitThenReset or hangMs',
  })
  .refine(fault => !(fault.status !== undefined && fault.commitThenReset), {
    error: 'status and commitThenReset exclude each other',
  })
  .refine(
    fault => fault.status !== undefined || (fault.body === undefined && Object.keys(fault.headers).length === 0),
    {
      error: 'body and headers need a status',
    },
  )
const faultsSchema = z.array(faultSchema).max(faultsMax)

/** One fault, with its defaults filled in. */
export type Fault = z.infer<typeof faultSchema>

export interface Faults {
  /** The fault that this call gets, if any. */
  take(): Fault | undefined
  replace(faults: readonly Fault[]): void
  /** What is left of the list. */
  left(): readonly Fault[]
}

/** An empty list. */
export function createFaults(): Faults {
  let list: Fault[] = []
  return {
    take() {
      const [first] = list
      if (first === undefined || first.times === -1) return first
      list = first.times === 1 ? list.slice(1) : [{ ...first, times: first.times - 1 }, ...list.slice(1)]
      return first
    },
    replace(faults) {
      list = [...faults]
    },
    left: () => list,
  }
}

/** A fault list from a request, or a message that says what is wrong where. */
export function readFaults(body: unknown): Result<readonly Fault[], string> {
  const parsed = faultsSchema.safeParse(body)
  return parsed.success ? ok(parsed.data) : err(z.prettifyError(parsed.error))
}
