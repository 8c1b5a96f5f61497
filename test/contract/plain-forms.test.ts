// Forms without JavaScript on the running product: whatever encoding the page has, the lead says what the person typed.

import { expect, test } from 'vitest'
import { asOperator, eventually } from '../support/product.ts'
import { useProduct } from '../support/use-product.ts'

const product = useProduct()

/** A character for each byte. */
const bytesOf = (bytewise: string) => Uint8Array.from(bytewise, byte => byte.charCodeAt(0))

async function leadOf(email: string, contentType: string, bytewise: string) {
  const answer = await fetch(`${product.worker}/v1/leads?k=pk_live_demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': contentType, origin: 'https://www.site-a.example' },
    body: bytesOf(bytewise),
  })
  expect(answer.status).toBe(303)
  const found = await eventually(async () => {
    const { body } = await asOperator(product, `/v1/leads?email=${encodeURIComponent(email)}`)
    return (body['leads'] as { id: string }[])[0]
  })
  const { body } = await asOperator(product, `/v1/leads/${found.id}`)
  expect(JSON.stringify(body)).not.toContain('\ufffd')
  return body
}

test.each([
  ['its bytes alone', 'nome=Jo%E3o+da+Concei%E7%E3o'],
  ['raw bytes', 'nome=Jo\xe3o+da+Concei\xe7\xe3o'],
  ['the word of the browser', '_charset_=windows-1252&nome=Jo%E3o+da+Concei%E7%E3o'],
])('reads a form of an old page, by %s', async (how, body) => {
  const email = `${how.replaceAll(' ', '-')}@example.com`
  const lead = await leadOf(email, 'application/x-www-form-urlencoded', `${body}&email=${email}`)
  expect(lead).toMatchObject({ profile: { fullName: 'João da Conceição' } })
})

test('reads a multipart form of an old page', async () => {
  const part = (name: string, value: string) =>
    `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const body = `${part('email', 'multipart@example.com')}${part('nome', 'Jo\xe3o da Concei\xe7\xe3o')}--b--\r\n`
  const lead = await leadOf('multipart@example.com', 'multipart/form-data; boundary=b', body)
  expect(lead).toMatchObject({ profile: { fullName: 'João da Conceição' } })
})
