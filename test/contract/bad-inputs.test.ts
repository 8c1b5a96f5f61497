// Every row of the list of bad inputs gets the answer that the list names, from the running product.

import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStateDir, asOperator, eventually, freePorts, type Product, startProduct } from '../support/product.ts'
import { fillTokens, newTokens } from './bad-input-tokens.ts'

interface Input {
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

interface Expected {
  status: number | number[]
  type?: string
  errors?: { pointer: string; code: string }[]
  issues?: { field: string; code: string }[]
  stored?: 'none' | 'lead' | 'quarantine' | 'spam'
  headers?: Record<string, string | { contains?: string[]; matches?: string; not?: string }>
  headersAbsent?: string[]
  profile?: Record<string, string>
  profileAbsent?: string[]
  leadAbsent?: string[]
  answers?: string[]
  leads?: number
  delivery?: string
  contacts?: number
}

interface Case {
  id: string
  area: string
  why: string
  input: Input
  expect: Expected
}

interface Answer {
  status: number
  headers: Headers
  json: Record<string, unknown>
}

const file = join(import.meta.dirname, '../fixtures/bad-inputs/bad-inputs.json')
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }

const state = aStateDir()
let product: Product

beforeAll(async () => {
  product = await startProduct({ stateDir: state.stateDir, ports: await freePorts(), timeScale: 0.00005 })
})
afterAll(async () => {
  await product.stop()
  state.remove()
})

describe('bad inputs', () => {
  for (const one of cases) {
    test(`${one.id} (${one.area}): ${one.why}`, async () => {
      await judge(one)
    })
  }
})

async function judge({ input, expect: expected }: Case): Promise<void> {
  const tokens = newTokens()
  const before = await counts()
  if (input.faults) {
    // A lead of an earlier case would take this one's fault.
    await eventually(async () => ((await counts())['pending'] === 0 ? true : undefined), 60_000)
    await faults(input.faults)
  }
  const answers = await sendAll(input, tokens)
  const last = answers.at(-1)
  if (!last) throw new Error('nothing was sent')
  expect([expected.status].flat()).toContain(last.status)
  const { type } = last.json
  if (expected.type) {
    expect(type).toBe(`${product.worker}/problems/${expected.type}`)
    expect((await fetch(String(type))).status).toBe(200)
  }
  if (expected.errors) expect(last.json['errors']).toEqual(expect.arrayContaining(expected.errors))
  if (expected.issues) expect(last.json['issues']).toEqual(expect.arrayContaining(expected.issues))
  if (expected.answers) expect(answers.map(answer => answer.json['status'])).toEqual(expected.answers)
  judgeHeaders(last, expected)
  await judgeStored(expected, last, before)
  if (expected.leads !== undefined) {
    const email = fillTokens('{{email}}', tokens)
    const { body } = await eventually(async () => {
      const found = await asOperator(product, `/v1/leads?email=${encodeURIComponent(email)}`)
      return (found.body['leads'] as unknown[]).length === expected.leads ? found : undefined
    })
    expect(body['leads']).toHaveLength(expected.leads)
  }
  if (expected.delivery) await judgeDelivery(expected, last, fillTokens('{{email}}', tokens))
  if (input.faults) await faults([])
}

function judgeHeaders(answer: Answer, expected: Expected): void {
  for (const [name, wanted] of Object.entries(expected.headers ?? {})) {
    const value = answer.headers.get(name) ?? ''
    if (typeof wanted === 'string') expect(value).toBe(wanted)
    else {
      for (const part of wanted.contains ?? []) expect(value).toContain(part)
      if (wanted.matches) expect(value).toMatch(new RegExp(wanted.matches))
      if (wanted.not) expect(value).not.toMatch(new RegExp(wanted.not))
    }
  }
  for (const name of expected.headersAbsent ?? []) expect(answer.headers.get(name)).toBeNull()
}

async function judgeStored(expected: Expected, answer: Answer, before: Record<string, number>): Promise<void> {
  if (!expected.stored) return
  const after = await counts()
  const grew = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
  if (expected.stored === 'none')
    expect([grew('accepted') <= 0 || answer.status === 429, grew('quarantined')]).toEqual([true, 0])
  if (expected.stored === 'quarantine') expect(grew('quarantined')).toBe(1)
  if (expected.stored === 'spam') expect(grew('spam')).toBe(1)
  if (expected.stored === 'lead' && answer.status !== 409) {
    expect(grew('accepted')).toBeGreaterThan(0)
    if (answer.json['id']) await judgeLead(expected, String(answer.json['id']))
  }
}

async function judgeLead(expected: Expected, submissionId: string): Promise<void> {
  const lead = await leadOf(submissionId)
  const profile = lead['profile'] as Record<string, string>
  if (expected.profile) expect(profile).toMatchObject(expected.profile)
  for (const text of expected.profileAbsent ?? []) expect(JSON.stringify(profile)).not.toContain(text)
  for (const text of expected.leadAbsent ?? []) expect(JSON.stringify(lead)).not.toContain(text)
}

async function judgeDelivery(expected: Expected, answer: Answer, email: string): Promise<void> {
  const id = String(answer.json['id'])
  const lead = await eventually(async () => {
    const seen = await leadOf(id)
    return seen['status'] === expected.delivery ? seen : undefined
  }, 100_000)
  for (const text of expected.leadAbsent ?? []) expect(JSON.stringify(lead)).not.toContain(text)
  if (expected.contacts === undefined) return
  const contacts = (await (await fetch(`${product.crm}/_crm/contacts`)).json()) as { properties: { email?: string } }[]
  expect(contacts.filter(contact => contact.properties.email === email)).toHaveLength(expected.contacts)
}

function leadOf(submissionId: string): Promise<Record<string, unknown>> {
  return eventually(async () => {
    const { body } = await asOperator(product, `/v1/submissions/${submissionId}`)
    if (typeof body['leadId'] !== 'string') return undefined
    const lead = await asOperator(product, `/v1/leads/${body['leadId']}`)
    return lead.status === 200 ? lead.body : undefined
  }, 5_000)
}

async function counts(): Promise<Record<string, number>> {
  return (await asOperator(product, '/v1/health')).body['counts'] as Record<string, number>
}

async function faults(list: unknown[]): Promise<void> {
  await fetch(`${product.crm}/_crm/faults`, {
    method: 'POST',
    body: JSON.stringify(list),
    headers: { 'content-type': 'application/json' },
  })
}

async function sendAll(input: Input, tokens: Map<string, string>): Promise<Answer[]> {
  if (input.sequence) {
    const answers: Answer[] = []
    for (const step of input.sequence) answers.push(await send(step, tokens))
    return answers
  }
  if (input.concurrent) return Promise.all(Array.from({ length: input.concurrent }, () => send(input, tokens)))
  if (typeof input.repeat === 'object') {
    for (let sent = 1; sent <= input.repeat.atMost; sent += 1) {
      const answer = await send(input, tokens)
      if (answer.status !== input.repeat.until) continue
      expect(sent).toBeGreaterThan(input.repeat.notBefore)
      return [answer]
    }
    return []
  }
  const answers: Answer[] = []
  for (let sent = 0; sent < (input.repeat ?? 1); sent += 1) answers.push(await send(input, tokens))
  return answers
}

async function send(input: Input, tokens: Map<string, string>): Promise<Answer> {
  const path = fillTokens(input.path, tokens)
  const headers = Object.fromEntries(
    Object.entries(input.headers ?? {}).map(([name, value]) => [name, fillTokens(value, tokens)]),
  )
  const body = bodyOf(input, tokens)
  // What fetch refuses to send is written to the socket by hand: methods, false lengths, endless bodies.
  if (input.method === 'TRACE' || 'content-length' in headers || input.gen?.kind === 'chunked-stream') {
    return sendRaw(input, path, headers, body)
  }
  const response = await fetch(`${product.worker}${path}`, {
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

function sendRaw(
  input: Input,
  path: string,
  headers: Record<string, string>,
  body: string | Uint8Array | undefined,
): Promise<Answer> {
  const { hostname, port } = new URL(product.worker)
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
