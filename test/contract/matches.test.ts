// Duplicates on the running product: what merges by itself, what waits for somebody, and what the CRM sees of it.

import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { asOperator, eventually } from '../support/product.ts'
import { type Contact, sendFields, useProduct, whenDelivered } from '../support/use-product.ts'

const product = useProduct()

const word = () =>
  randomBytes(6)
    .toString('hex')
    .replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))
/** A mobile number in São Paulo that nobody else in this test has. */
const aPhone = () => `(11) 9${6000 + Math.floor(Math.random() * 3_000)}-${1000 + Math.floor(Math.random() * 9_000)}`

async function send(fields: Readonly<Record<string, string>>): Promise<string> {
  const id = await sendFields(product, fields)
  // Delivered before the next one is sent, so that both are seen to meet the CRM.
  await whenDelivered(product, id)
  return id
}

const leadOf = async (id: string) => (await product.submission(id)).leadId

async function contactsNamed(lastName: string): Promise<Contact[]> {
  return (await product.contacts()).filter(contact => contact.properties['lastname'] === lastName)
}

interface Match {
  readonly id: string
  readonly state: string
  readonly because: string | null
  readonly reasons: readonly object[]
  readonly leads: readonly { id: string; profile: { email?: string } }[]
}

async function matchesIn(matchState: string): Promise<Match[]> {
  return (await asOperator(product, `/v1/matches?state=${matchState}&limit=200`)).body['matches'] as Match[]
}

test('makes one lead and one contact of a call-back request and a demo request of one person', async () => {
  const [phone, lastName] = [aPhone(), `Azevedo${word()}`]
  const email = `${word()}@acme-${word()}.example`
  const first = await send({ nome: `Roberto ${lastName}`, telefone: phone })
  const second = await send({ nome: `Beto ${lastName}`, telefone: phone, email, empresa: 'Acme Ltda' })
  expect(await leadOf(second)).toBe(await leadOf(first))
  const contacts = await eventually(async () => {
    const found = await contactsNamed(lastName)
    return found[0]?.properties['email'] === email ? found : undefined
  }, 20_000)
  expect(contacts).toHaveLength(1)
  expect(contacts[0]?.properties).toMatchObject({ company: 'Acme Ltda' })
  const { body } = await asOperator(product, `/v1/leads/${await leadOf(first)}`)
  expect(body['matches']).toMatchObject({
    links: [{ state: 'merge', because: 'phone_and_name', decidedAt: null }],
    leads: [{ profile: { firstName: 'Roberto' } }, { profile: { firstName: 'Beto', email } }],
  })
  expect(body['submissions']).toHaveLength(2)
  const listed = await asOperator(product, `/v1/leads?email=${encodeURIComponent(email)}`)
  expect(listed.body['leads']).toMatchObject([{ id: await leadOf(first), status: 'delivered' }])

  const moved = `${word()}@umbrela-${word()}.example`
  await send({ nome: `Roberto ${lastName}`, email: moved })
  const colleague = await send({ nome: 'Eva Nunes', email: `eva@${email.split('@')[1]}` })
  const account = await asOperator(product, `/v1/leads?account=${encodeURIComponent(email)}`)
  const ids = (account.body['leads'] as { id: string }[]).map(lead => lead.id)
  expect(ids.sort()).toEqual([await leadOf(first), await leadOf(colleague)].sort())
})

test('keeps two people at one mailbox of a team apart, in the CRM too', async () => {
  const lastName = `Prado${word()}`
  const email = `contato@padaria-${word()}.example`
  const ana = await send({ nome: `Ana ${lastName}`, email })
  const rui = await send({ nome: `Rui ${lastName}`, email })
  const again = await send({ nome: `ANA ${lastName}`, email })
  expect(await leadOf(rui)).not.toBe(await leadOf(ana))
  expect(await leadOf(again)).toBe(await leadOf(ana))
  const names = (await contactsNamed(lastName)).map(({ properties }) => properties['firstname']?.toLowerCase())
  expect(names.sort()).toEqual(['ana', 'rui'])
})

test('lets an operator join what is only alike, take it back, and keep it apart for good', async () => {
  const [phone, lastName] = [aPhone(), `Teixeira${word()}`]
  const emails = [`${word()}@umbrela-${word()}.example`, `${word()}@gmail.com`]
  const ids: string[] = []
  for (const email of emails)
    ids.push(await send({ nome: `Carlos ${lastName}`, telefone: phone, email: email, empresa: 'Umbrela S.A.' }))
  const leads = async () => Promise.all(ids.map(leadOf))
  const [one, other] = await leads()
  expect(one).not.toBe(other)
  const match = (await matchesIn('review')).find(({ leads: sides }) => sides.some(side => side.id === one))
  expect(match?.leads.map(side => side.profile.email).sort()).toEqual([...emails].sort())
  expect(match?.reasons).toContainEqual(expect.objectContaining({ signal: 'phone', finding: 'same' }))
  const decide = (decision: string, token?: string) =>
    asOperator(product, `/v1/matches/${match?.id}/${decision}`, { method: 'POST' }, token)

  expect((await decide('accept', 'local-reader')).status).toBe(403)
  expect((await decide('accept')).status).toBe(202)
  expect(new Set(await leads())).toEqual(new Set([one]))
  expect((await decide('undo')).status).toBe(202)
  expect(new Set(await leads()).size).toBe(2)
  expect((await decide('reject')).status).toBe(202)
  expect((await matchesIn('rejected')).map(({ id }) => id)).toContain(match?.id)
  expect((await matchesIn('review')).map(({ id }) => id)).not.toContain(match?.id)
  expect((await asOperator(product, '/v1/health')).body).toMatchObject({ addsUp: true })
})

test('shows both leads beside each other on a page, and takes the word there', async () => {
  const [phone, lastName] = [aPhone(), `Lacerda${word()}`]
  const emails = [`${word()}@lacerda-${word()}.example`, `${word()}@outlook.com`]
  const ids: string[] = []
  for (const email of emails) ids.push(await send({ nome: `Marina ${lastName}`, telefone: phone, email }))
  const own = { 'sec-fetch-site': 'same-origin' }
  const signedIn = await fetch(`${product.worker}/app/sign-in`, {
    method: 'POST',
    headers: own,
    body: new URLSearchParams({ token: 'local-operator' }),
    redirect: 'manual',
  })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const page = async (path: string) =>
    (await fetch(`${product.worker}${path}`, { headers: { cookie, 'accept-language': 'pt-BR' } })).text()
  const list = await page('/app/matches')
  for (const email of emails) expect(list).toContain(email)
  expect(list).toContain('Possíveis duplicados')
  const action = new RegExp(`action="(/app/matches/[^"]*${await leadOf(ids[0] ?? '')}[^"]*/accept[^"]*)"`).exec(
    list,
  )?.[1]
  const decided = await fetch(`${product.worker}${action}`, {
    method: 'POST',
    headers: { ...own, cookie },
    redirect: 'manual',
  })
  expect([decided.status, decided.headers.get('location')]).toEqual([303, '/app/matches?notice=decided'])
  const lead = await page(`/app/leads/${await leadOf(ids[1] ?? '')}`)
  for (const email of emails) expect(lead).toContain(email)
  expect(lead).toContain('Desfazer')
})

test('refuses what is no pair and no state', async () => {
  const call = (path: string, method = 'POST') => asOperator(product, path, { method })
  expect((await call('/v1/matches/nothing/accept')).status).toBe(404)
  expect((await call('/v1/matches/a~b/reject')).status).toBe(404)
  expect((await call('/v1/matches?state=other', 'GET')).status).toBe(400)
})
