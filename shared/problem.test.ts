// Problems: every one has words in both languages, and none repeats what the caller sent.

import { expect, test } from 'vitest'
import { isProblemType, preferredLanguage, problemBody, problemKinds } from './problem.ts'

const types = Object.keys(problemKinds).filter(isProblemType)

test.each(types)('%s has a failure status and its own words in English and Portuguese', type => {
  const { status, title, detail } = problemKinds[type]
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(600)
  for (const words of [title, detail]) {
    expect(words.en.trim()).not.toBe('')
    expect(words.pt.trim()).not.toBe('')
    expect(words.pt).not.toBe(words.en)
  }
})

test('knows its own types, and no others', () => {
  expect(isProblemType('not-found')).toBe(true)
  for (const text of ['', 'Not-Found', 'toString', '__proto__']) expect(isProblemType(text)).toBe(false)
})

test('answers with the address of the page, the words, and the errors, of which there may be none', () => {
  expect(problemBody({ type: 'not-found' }, 'en', 'https://leads.example')).toEqual({
    type: 'https://leads.example/problems/not-found',
    title: 'There is nothing here',
    status: 404,
    detail: problemKinds['not-found'].detail.en,
    errors: [],
  })
  const errors = [{ pointer: '/fields', code: 'no_identity' }] as const
  expect(problemBody({ type: 'validation-failed', status: 400, errors }, 'pt', '')).toMatchObject({
    title: 'O conteúdo não é válido',
    status: 400,
    errors,
  })
})

test.each([
  ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
  ['en;q=0.5, PT;q=0.7', 'pt'],
  ['fr, pt;q=0.1', 'pt'],
  ['en,pt', 'en'],
  ['pt;q=0, en;q=0.1', 'en'],
  ['pt;q=nonsense', 'en'],
  ['fr,de', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [null, 'en'],
  [undefined, 'en'],
  [`${'fr,'.repeat(200)}pt`, 'en'],
])('answers Accept-Language %j in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})
