// Sends a bad input exactly as its row says: also what fetch refuses to send, by hand over a socket.

import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { fillTokens } from './bad-input-tokens.ts'

/** The request of a row. */
export interface Input {
  method: string
  path: string
  headers: Record<string, string>
  body?: string
  gen?: { kind: string; [member: string]: unknown }
  repeat?: number | { until: number; notBefore: number; atMost: number }
  concurrent?: number
  sequence?: Input[]
  faults?: unknown[]
}

/** What came back. */
export interface Answer {
  status: number
  headers: Headers
  json: Record<string, unknown>
}

/** Sends an input as its row says, and returns the answers in order. */
export async function sendAll(worker: string, input: Input, tokens: Map<string, string>): Promise<Answer[]> {
  if (input.sequence) {
    const answers: Answer[] = []
    for (const step of input.sequence) answers.push(await send(worker, step, tokens))
    return answers
  }
  if (input.concurrent) return Promise.all(Array.from({ length: input.concurrent }, () => send(worker, input, tokens)))
  if (typeof input.repeat === 'object') {
    for (let sent = 1; sent <= input.repeat.atMost; sent += 1) {
      const answer = await send(worker, input, tokens)
      if (answer.status !== input.repeat.until) continue
      expect(sent).toBeGreaterThan(input.repeat.notBefore)
      return [answer]
    }
    return []
  }
  const answers: Answer[] = []
  for (let sent = 0; sent < (input.repeat ?? 1); sent += 1) answers.push(await send(worker, input, tokens))
  return answers
}

async function send(worker: string, input: Input, tokens: Map<string, string>): Promise<Answer> {
  const path = fillTokens(input.path, tokens)
  const headers = Object.fromEntries(
    Object.entries(input.headers ?? {}).map(([name, value]) => [name, fillTokens(value, tokens)]),
  )
  const body = bodyOf(input, tokens)
  // What fetch refuses to send is written to the socket by hand: methods, false lengths, endless bodies.
  if (input.method === 'TRACE' || 'content-length' in headers || input.gen?.kind === 'chunked-stream') {
    return sendRaw(worker, { input, path, headers, body })
  }
  const response = await fetch(`${worker}${path}`, {
    method: input.method,
    headers,
    redirect: 'manual',
    ...(body === undefined || input.method === 'GET' ? {} : { body }),
  })
  return { status: response.status, headers: response.headers, json: parse(await response.text()) }
}

function bodyOf(input: Input, tokens: Map<string, string>): string | Uint8Array<ArrayBuffer> | undefined {
  if (input.body !== undefined) return fillTokens(input.body, tokens)
  const gen = input.gen
  switch (gen?.kind) {
    case 'repeat':
      return `${gen['prefix']}${String(gen['unit']).repeat(Number(gen['count']))}${gen['suffix']}`
    case 'hex':
      return new Uint8Array(Buffer.from(String(gen['hex']), 'hex'))
    case 'gzip-bomb':
      return new Uint8Array(gzipSync(Buffer.alloc(Number(gen['inflated']))))
    case 'nested-array':
      return '['.repeat(Number(gen['depth'])) + ']'.repeat(Number(gen['depth']))
    case 'wide-object': {
      const value = gen['small'] ? 'x' : 'xxxxxxxxxxxx'
      const keys = Array.from({ length: Number(gen['keys']) }, (_, at) => [`f${at}`, value])
      return JSON.stringify({ fields: { email: fillTokens('{{email}}', tokens), ...Object.fromEntries(keys) } })
    }
    case 'chunked-stream':
      return `{"fields":{"message":"${'x'.repeat(Number(gen['bytes']))}"}}`
    default:
      return undefined
  }
}

interface RawRequest {
  readonly input: Input
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

function sendRaw(worker: string, { input, path, headers, body }: RawRequest): Promise<Answer> {
  const { hostname, port } = new URL(worker)
  return new Promise((done, fail) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    const isChunked = input.gen?.kind === 'chunked-stream'
    const lines = Object.entries({ host: `${hostname}:${port}`, connection: 'close', ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    )
    socket.on('connect', () => {
      socket.write(
        `${input.method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n${isChunked ? 'transfer-encoding: chunked\r\n' : ''}\r\n`,
      )
      if (body === undefined) return
      const bytes = Buffer.from(body)
      if (!isChunked) return void socket.write(bytes)
      for (let at = 0; at < bytes.length && !socket.destroyed; at += 65_536) {
        const chunk = bytes.subarray(at, at + 65_536)
        socket.write(`${chunk.length.toString(16)}\r\n`)
        socket.write(chunk)
        socket.write('\r\n')
      }
      socket.write('0\r\n\r\n')
    })
    const finish = () => {
      const [head = '', ...rest] = text.split('\r\n\r\n')
      const [first = '', ...headerLines] = head.split('\r\n')
      const status = Number(first.split(' ')[1])
      if (!status) return fail(new Error('the connection ended without an answer'))
      const entries = headerLines.map(line => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 1).trim(),
      ])
      const content = rest.join('\r\n\r\n')
      done({
        status,
        headers: new Headers(entries as [string, string][]),
        json: parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1)),
      })
    }
    socket.on('data', chunk => {
      text += chunk
      if (/\r\n\r\n[\s\S]*\}/.test(text)) socket.destroy()
    })
    // The server may answer and close while we still write.
    socket.on('error', () => {})
    socket.on('close', finish)
    setTimeout(() => socket.destroy(), 20_000).unref()
  })
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    // An empty answer, or the plain text of a redirect or of /healthz.
    return {}
  }
}
