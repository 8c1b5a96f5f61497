// Every row of the list of bad inputs gets the answer that the list names, from the running product.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { asOperator, eventually } from '../support/product.ts'
import { useProduct } from '../support/use-product.ts'
import { type Answer, type Input, sendAll } from './bad-input-send.ts'
import { fillTokens, newTokens } from './bad-input-tokens.ts'

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

const file = join(import.meta.dirname, '../fixtures/bad-inputs/bad-inputs.json')
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }

const product = useProduct({ timeScale: 0.00005 })

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
    await product.faults(input.faults)
  }
  const answers = await sendAll(product.worker, input, tokens)
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
  if (input.faults) await product.faults([])
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
  const contacts = await product.contacts()
  expect(contacts.filter(({ properties }) => properties['email'] === email)).toHaveLength(expected.contacts)
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
