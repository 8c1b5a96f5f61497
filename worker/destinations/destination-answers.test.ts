// Every recorded answer of every destination becomes the outcome that its fixture names, and repeats nothing of what the
// vendor said about the person.

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canaryId, canaryLead, canaryOf } from './fixtures/canary-lead.ts'
import { answersOf, callsNobody, fixtureOf, leaks } from './fixtures/fixture-of.ts'
import { isCall, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { bindDestination, destinationKinds } from './registry.ts'

/** Answers that a destination must have on record. */
const answersMin = 8

/** A recorded text with the person of the lead in it. */
function withPerson<T>(recorded: T): T {
  const told: Record<string, string> = { ...canaryOf(1), externalId: canaryId(1) }
  return JSON.parse(JSON.stringify(recorded), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\$([a-zA-Z]+)/g, (whole, name: string) => told[name] ?? whole) : value,
  )
}

/** What vendors have been seen to put where a code or a field's name belongs. */
const hostileBodies = (() => {
  const { email, lastName, firstName, phone } = canaryOf(1)
  const words = [email, `${firstName} ${lastName}`, phone, `${lastName} is not valid`]
  return words.flatMap(word => [
    word,
    { error: word, error_description: word, code: word, message: word, field: word },
    [{ errorCode: word, statusCode: word, message: word, fields: [word] }],
    { errors: [{ code: word, error_type: word, in: word, path: word, error_message: word }], category: word },
    {
      data: [{ code: word, status: 'error', details: { api_name: word } }],
      errors: { [word]: [{ error_type: word }] },
    },
  ])
})()

test('there is a folder of fixtures for each kind that calls somebody, and none for any other', async () => {
  const entries = readdirSync(join(import.meta.dirname, 'fixtures'), { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory()).map(entry => entry.name)
  expect(folders.toSorted()).toEqual(destinationKinds.filter(kind => !callsNobody.includes(kind)).toSorted())
  await expect(fixtureOf('no-such-kind')).rejects.toThrow('fixtures/no-such-kind is missing or broken')
})

describe.each(destinationKinds.filter(kind => !callsNobody.includes(kind)))('%s', async kind => {
  const fixture = await fixtureOf(kind)
  const answers = withPerson(await answersOf(kind))
  const destination = bindDestination(kind, fixture.settings)

  test('has enough answers on record, each with its ground, and every class of outcome', () => {
    expect(answers.length).toBeGreaterThanOrEqual(answersMin)
    for (const { title, ground } of answers) {
      expect({ title, ground: /\d{4}-\d{2}-\d{2}/.test(ground) }).toEqual({ title, ground: true })
    }
    expect(new Set(answers.map(({ outcome }) => outcome.kind))).toEqual(
      new Set(['delivered', 'retry', 'rejected', 'blocked']),
    )
    const named = answers.filter(({ outcome }) => outcome.kind === 'rejected' && 'field' in outcome)
    if (!fixture.namesNoField) expect(named.length).toBeGreaterThan(0)
  })

  test.each(answers)('reads $title', async ({ on = fixture.write, status, headers, body, outcome }) => {
    const vendor = scriptedVendor(fixture)
    let isAsked = false
    vendor.script(request => {
      if (!isCall(request, on)) return undefined
      isAsked = true
      return { status, ...(headers ? { headers } : {}), body }
    })
    const outcomes = (await destination?.deliver([canaryLead(1)], vendor.io)) ?? []
    expect(isAsked).toBe(true)
    expect(outcomes).toMatchObject([outcome])
    if (!('isAmbiguous' in outcome)) expect(outcomes[0]).not.toHaveProperty('isAmbiguous')
    expect(leaks(fixture, outcomes)).toEqual([])
  })

  test('takes no person for a code or a field, whatever an answer holds', async () => {
    for (const status of [200, 207, 400, 401, 403, 404, 409, 422, 429, 500]) {
      for (const body of hostileBodies) {
        const vendor = scriptedVendor(fixture)
        vendor.script(request => (isCall(request, fixture.write) ? { status, body } : undefined))
        const outcomes = await destination?.deliver([canaryLead(1)], vendor.io)
        expect({ status, leaks: leaks(fixture, outcomes) }).toEqual({ status, leaks: [] })
      }
    }
  })
})
