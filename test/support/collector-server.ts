// A collector for the browser tests: serves the built script, answers as the contract says, and remembers every body.
// It is told to fail by its `faults`, taken in order.

import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type SentLeads, sentLeads } from './sent-leads.ts'

/** One request as it arrived. */
export interface Arrival {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly text: string
  /** What it was answered; a request that found the collector silent has none. */
  readonly status: number | undefined
}

/** How to answer the next request: a status, an answer of its own, or no answer for a while. */
export interface Fault {
  readonly status?: number
  readonly body?: unknown
  readonly delayMs?: number
  /** Cut the connection after reading. */
  readonly reset?: boolean
}

/** A running collector. */
export interface Collector {
  readonly origin: string
  readonly arrivals: Arrival[]
  faults: Fault[]
  /** Body texts by submission id, in order of first arrival. */
  bodiesById(): Map<string, string[]>
  /** The submissions, each once, as parsed from its first body. */
  submissions(): SentLeads
  close(): Promise<void>
}

/** What was built: the tag's script, and the module of the package. */
const files: Readonly<Record<string, readonly string[]>> = {
  '/lc.js': ['assets', 'lc.js'],
  '/lc-debug.js': ['assets', 'lc-debug.js'],
  '/index.mjs': ['snippet', 'index.mjs'],
}

/** Starts a collector on a free port. */
export const startCollector = async (): Promise<Collector> => {
  const arrivals: Arrival[] = []
  const known = new Map<string, string>()
  const collector = { arrivals, faults: [] as Fault[] }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    try {
      for await (const chunk of request) chunks.push(chunk)
    } catch {
      // The page left in the middle of its request: half a body is no arrival.
      return response.destroy()
    }
    const text = Buffer.concat(chunks).toString('utf8')
    const url = request.url ?? ''
    const file = files[url]
    if (file) {
      response.writeHead(200, {
        'content-type': 'text/javascript',
        'cache-control': 'no-store',
        'access-control-allow-origin': '*',
      })
      return response.end(await readFile(join(process.cwd(), 'dist', ...file)))
    }
    const fault = collector.faults.shift()
    const word = fault?.body ? { code: 200, answer: fault.body } : wordFor(text, known)
    const status = fault?.status ?? word.code
    arrivals.push({
      method: request.method ?? '',
      url,
      headers: request.headers,
      text,
      status: fault?.reset ? undefined : status,
    })
    if (fault?.delayMs) await new Promise(resolve => setTimeout(resolve, fault.delayMs))
    if (fault?.reset) return request.socket.destroy()
    response.writeHead(status, {
      'content-type': 'application/json',
      'access-control-allow-origin': request.headers.origin ?? '*',
      vary: 'origin',
    })
    return response.end(JSON.stringify(word.answer))
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const bodiesById = () => {
    const bodies = new Map<string, string[]>()
    for (const { text } of arrivals) {
      const id = idIn(text)
      bodies.set(id, [...(bodies.get(id) ?? []), text])
    }
    return bodies
  }
  return Object.assign(collector, {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodiesById,
    submissions: () => sentLeads([...bodiesById().values()].flatMap(texts => texts.slice(0, 1))),
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}

/** The id that a body names; none in what is no submission, which a page whose JSON is broken may send. */
const idIn = (text: string): string => {
  try {
    const { id } = JSON.parse(text)
    return typeof id === 'string' ? id : ''
  } catch {
    return ''
  }
}

/** The contract's answer: accepted once, duplicate for the same bytes, 409 for others, 400 for what is no submission. */
const wordFor = (text: string, known: Map<string, string>): { code: number; answer: unknown } => {
  const id = idIn(text)
  if (!id) return { code: 400, answer: { type: 'malformed-body', errors: [] } }
  const before = known.get(id)
  if (before === undefined) known.set(id, text)
  if (before !== undefined && before !== text) return { code: 409, answer: { type: 'id-reused', errors: [] } }
  return { code: 202, answer: { id, status: before === undefined ? 'accepted' : 'duplicate', issues: [] } }
}
