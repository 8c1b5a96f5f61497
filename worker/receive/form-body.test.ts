// Plain form posts as browsers send them, from pages in any encoding.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AcceptedMediaType } from './body.ts'
import { readForm } from './form-body.ts'

const urlencoded = 'application/x-www-form-urlencoded'

/** A character for each byte. */
const bytesOf = (bytewise: string) => Uint8Array.from(bytewise, byte => byte.charCodeAt(0))

async function fieldsOf(bytewise: string, contentType: string = urlencoded) {
  const mediaType: AcceptedMediaType = contentType.startsWith('multipart') ? 'multipart/form-data' : urlencoded
  const read = await readForm({ bytes: bytesOf(bytewise), mediaType, contentType })
  if (!read.ok) throw new Error(read.error.type)
  return Object.fromEntries(read.value.sent.fields as [string, string][])
}

const multipart = (fields: Readonly<Record<string, string>>) =>
  `${Object.entries(fields)
    .map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('')}--b--\r\n`
const multipartType = 'multipart/form-data; boundary=b'

test.each([
  ['in UTF-8', 'nome=Jo%C3%A3o+Silva', 'João Silva'],
  ['in UTF-8 with raw bytes', 'nome=Jo\xc3\xa3o', 'João'],
  ['in UTF-8 whatever else is said of it', '_charset_=utf-8&nome=Jo%C3%A3o', 'João'],
  ['in windows-1252, by its bytes alone', 'nome=Jo%E3o+da+Concei%e7%E3o', 'João da Conceição'],
  ['in windows-1252 with raw bytes', 'nome=Jo\xe3o', 'João'],
  ['in windows-1252, by the word of the browser', '_charset_=windows-1252&nome=%80+5%2C00', '€ 5,00'],
  ['in windows-1252, under the name that pages give it', '_charset_=ISO-8859-1&nome=%93Jo%E3o%94', '“João”'],
  ['in ISO-8859-2', '_charset_=iso-8859-2&nome=%A3ukasz', 'Łukasz'],
  ['in Shift_JIS', '_charset_=shift_jis&nome=%8ER%93c', '山田'],
  ['with a character that its encoding lacks', '_charset_=windows-1252&nome=%26%23321%3Bukasz', 'Łukasz'],
  ['in an encoding that nobody knows', '_charset_=nonsense&nome=Jo%C3%A3o', 'João'],
  ['in UTF-8, though UTF-16 is named, which no form is sent in', '_charset_=utf-16&nome=Jo%C3%A3o', 'João'],
  ['in UTF-8, though an encoding without such bytes is named', '_charset_=euc-jp&nome=%E3%81', 'ã\x81'],
  ['with a percent sign that escapes nothing', 'nome=100%25+%zz+%E3', '100% %zz ã'],
])('reads a form %s', async (_, body, nome) => expect(await fieldsOf(body)).toEqual({ nome }))

test.each([
  ['application/x-www-form-urlencoded; charset=iso-8859-1', 'Ã£'],
  ['application/x-www-form-urlencoded; Charset="windows-1252"; x=y', 'Ã£'],
  ['application/x-www-form-urlencoded; charset=utf-8', 'ã'],
  ['application/x-www-form-urlencoded; charset=utf-16', 'ã'],
  ['application/x-www-form-urlencoded', 'ã'],
])('takes the encoding from the content type %s', async (contentType, nome) =>
  expect(await fieldsOf('nome=%C3%A3', contentType)).toEqual({ nome }),
)

test('believes the browser before the content type', async () =>
  expect(await fieldsOf('_charset_=utf-8&nome=%C3%A3', `${urlencoded}; charset=iso-8859-1`)).toEqual({ nome: 'ã' }))

test.each([
  ['in UTF-8', multipart({ nome: 'Jo\xc3\xa3o' }), { nome: 'João' }],
  ['in windows-1252', multipart({ 'observa\xe7\xe3o': 'S\xe3o Paulo' }), { observação: 'São Paulo' }],
  ['in the encoding that it names', multipart({ _charset_: 'iso-8859-2', nome: '\xa3ukasz' }), { nome: 'Łukasz' }],
])('reads a multipart form %s', async (_, body, fields) => expect(await fieldsOf(body, multipartType)).toEqual(fields))

test('leaves the files of a form in another encoding out too', async () => {
  const file = '--b\r\ncontent-disposition: form-data; name="cv"; filename="Jo\xe3o.pdf"\r\n\r\n%PDF\xff\r\n'
  expect(await fieldsOf(file + multipart({ nome: 'Jo\xe3o' }), multipartType)).toEqual({ nome: 'João' })
})

test('reads in UTF-8 what is UTF-8 beside a value that is not', async () =>
  expect(await fieldsOf('nome=Jo%C3%A3o&cidade=S%E3o+Paulo')).toEqual({ nome: 'João', cidade: 'São Paulo' }))

test('keeps a replacement character that was sent as one', async () =>
  expect(await fieldsOf('nome=Jo%EF%BF%BDo')).toEqual({ nome: 'Jo\ufffdo' }))

test('reads every text that is sent in UTF-8 as itself, and makes no replacement character of any bytes', async () => {
  const anyText = fc.string({ unit: 'grapheme' })
  await fc.assert(
    fc.asyncProperty(anyText, async value => {
      expect(await fieldsOf(new URLSearchParams({ a: value }).toString())).toEqual({ a: value })
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 40 }), async bytes => {
      const escaped = [...bytes].map(byte => `%${byte.toString(16).padStart(2, '0')}`).join('')
      const { a = '' } = await fieldsOf(`a=${escaped}`)
      expect(a.includes('\ufffd')).toBe(new TextDecoder('utf-8').decode(bytes).includes('\ufffd') && isUtf8(bytes))
    }),
  )
})

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes) !== undefined
  } catch {
    return false
  }
}
