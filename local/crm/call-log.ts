// The calls that the stand-in got, for `GET /_crm/calls`. In memory and bounded: the oldest gives way.
// Holds no query and no name of a person: an address used as an id in the path is written as `{id}`.

import { callsListedMax } from './limits.ts'

export interface Call {
  readonly time: string
  readonly method: string
  readonly path: string
  /** Null while the call is held, and for ever if it ended without an answer. */
  status: number | null
  /** The fault that the call got. */
  readonly fault?: 'status' | 'commitThenReset' | 'hang'
}

export interface CallLog {
  /** Notes the arrival of a call; its status is set when it is answered. */
  note(call: Omit<Call, 'status'>): Call
  list(): readonly Call[]
  forget(): void
}

/** An empty log. */
export function createCallLog(): CallLog {
  let calls: Call[] = []
  return {
    note(call) {
      const noted: Call = { ...call, path: withoutNames(call.path), status: null }
      calls.push(noted)
      if (calls.length > callsListedMax) calls.shift()
      return noted
    },
    list: () => calls,
    forget() {
      calls = []
    },
  }
}

const withoutNames = (path: string): string =>
  path
    .split('/')
    .slice(0, 12)
    .map((segment, index, all) => (saysNobody(segment, all[index - 1]) ? segment : '{id}'))
    .join('/')

// Below `contacts` a word may be a person's; anywhere else it is the name of an endpoint.
const saysNobody = (segment: string, before: string | undefined): boolean =>
  before === 'contacts' ? /^(\d{0,20}|batch|search)$/.test(segment) : /^[a-z0-9-]{0,40}$/.test(segment)
