// Google's list of sources, and nothing beyond it.

import { expect, test } from 'vitest'
import { sourceCategory } from './source-category.ts'

test.each([
  ['Google', 'search'],
  ['mail.google.com', 'search'],
  ['google+', 'social'],
  ['groups.google.com', 'social'],
  ['google shopping', 'shopping'],
  [' Facebook ', 'social'],
  ['m.facebook.com', 'social'],
  ['mercadolibre.com.mx', 'shopping'],
  ['music.youtube.com', 'video'],
  ['partner.example', null],
  ['notfacebook.com', null],
  ['com', null],
  ['', null],
])('puts %j into %s', (source, category) => {
  expect(sourceCategory(source)).toBe(category)
})
