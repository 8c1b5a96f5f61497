// The demo site as a visitor uses it, in a real browser: whatever the way of the form, the lead arrives in the CRM with
// its origin and its consent, and its operator page shows how. With SCREENSHOTS set, writes docs/screenshots.

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { asOperator, eventually } from '../support/product.ts'
import { useProduct } from '../support/use-product.ts'

interface ShownLead {
  readonly id: string
  readonly status: string
  readonly form: string | null
  readonly attribution: Record<'original' | 'latest', { source: string } | null>
  readonly trace: { readonly step: string; readonly at: string; readonly outcome?: string }[]
}

/** Milliseconds between keys: a form that is filled faster than a person can is taken for spam. */
const keyMs = 40
const screenshots = resolve(import.meta.dirname, '../../docs/screenshots')
const submitButton = 'main form button[type="submit"]'
const searchAd = 'a[href*="utm_source=google"]'
const socialAd = 'a[href*="utm_source=facebook"]'

const product = useProduct({})
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('a lead of the demo site arrives in the CRM with its origin', () => {
  test('from the plain contact form, unmarked as it is', async () => {
    const page = await aVisitor()
    await arriveBy(page, searchAd)
    await fill(page, { nome: 'Ana Souza', email: 'ana.contato@example.com', mensagem: 'Quero saber o preço.' })
    await submitAndBeThanked(page)
    await expectDelivered('ana.contato@example.com', {
      firstname: 'Ana',
      lastname: 'Souza',
      message: 'Quero saber o preço.',
      utm_source: 'google',
      utm_medium: 'cpc',
      utm_campaign: 'patio-sem-fila',
      utm_term: 'gestao de patio',
      lead_capture_original_source: 'google',
      lead_capture_original_click_ids: 'gclid=demo-gclid-1',
      lead_capture_consent: 'unknown',
    })
  })

  test('from the marked form, with the consent that was ticked and its text', async () => {
    const page = await aVisitor()
    await arriveBy(page, socialAd)
    await fillDemoRequest(page, 'bruna.demonstracao@example.com')
    await screenshot(page, 'demo-form')
    await submitAndBeThanked(page)
    const lead = await expectDelivered('bruna.demonstracao@example.com', {
      firstname: 'Bruna',
      lastname: 'Lima',
      company: 'Transportes Lima',
      utm_source: 'facebook',
      utm_campaign: 'docas',
      lead_capture_form: 'demo-request',
      lead_capture_intent: 'high',
      lead_capture_consent: 'granted',
      lead_capture_consent_source: 'checkbox',
      lead_capture_consent_channels: 'email',
      lead_capture_consent_text: expect.stringContaining('Aceito receber e-mails da Pátio Claro'),
      lead_capture_consent_policy: '2026-10',
    })
    expect(await leadPage(page, lead)).toContain('bruna.demonstracao@example.com')
    await screenshot(page, 'lead-page')
    await page.goto(`${product.crm}/_crm`)
    expect(await page.$eval('body', body => body.textContent)).toContain('bruna.demonstracao@example.com')
    await screenshot(page, 'crm-record')
  })

  test('from the form that a script sends', async () => {
    const page = await aVisitor()
    await page.goto(`${product.demo}/ajax?utm_source=newsletter&utm_medium=email`)
    await fill(page, { nome: 'Caio Reis', telefone: '(11) 90000-0000', email: 'caio.ajax@example.com' })
    await page.click(submitButton)
    await page.waitForSelector('#resultado ::-p-text(Recebemos)')
    await expectDelivered('caio.ajax@example.com', {
      firstname: 'Caio',
      utm_source: 'newsletter',
      utm_medium: 'email',
      lead_capture_consent: 'unknown',
    })
  })

  test('from the chat, with the consent that was ticked there', async () => {
    const page = await aVisitor()
    await page.goto(`${product.demo}/chat?utm_source=linkedin&utm_medium=paid-social`)
    await page.click('#aceite')
    for (const said of ['Davi Melo', 'davi.chat@example.com', 'Quantas docas?']) {
      await page.type('#texto', said, { delay: keyMs })
      await page.click('#fala button')
    }
    await page.waitForSelector('#conversa ::-p-text(Recebemos!)')
    await expectDelivered('davi.chat@example.com', {
      firstname: 'Davi',
      message: 'Quantas docas?',
      utm_source: 'linkedin',
      lead_capture_form: 'chat',
      lead_capture_intent: 'high',
      lead_capture_consent: 'granted',
      lead_capture_consent_channels: 'email',
    })
  })

  test('from the form of a visitor without JavaScript, who is led to the thank-you page', async () => {
    const page = await aVisitor()
    await page.setJavaScriptEnabled(false)
    await page.goto(`${product.demo}/sem-javascript`)
    await fill(page, { nome: 'Elisa Prado', email: 'elisa.semjs@example.com', empresa: 'Prado Cargas' })
    await submitAndBeThanked(page)
    await expectDelivered('elisa.semjs@example.com', {
      firstname: 'Elisa',
      lastname: 'Prado',
      company: 'Prado Cargas',
      lead_capture_consent: 'unknown',
    })
  })
})

test('keeps the original source when a known person comes back from an ad', async () => {
  const email = 'fabia.volta@example.com'
  const first = await aVisitor()
  await arriveBy(first, searchAd)
  await fill(first, { nome: 'Fábia Nunes', email })
  await submitAndBeThanked(first)
  expect(await recordOf(email)).toMatchObject({ lead_capture_original_source: 'google' })

  const second = await aVisitor()
  await arriveBy(second, socialAd)
  await fillDemoRequest(second, email)
  await submitAndBeThanked(second)
  await eventually(async () =>
    (await recordOf(email))['lead_capture_latest_source'] === 'facebook' ? true : undefined,
  )
  const lead = await expectDelivered(email, {
    lead_capture_original_source: 'google',
    utm_source: 'google',
    lead_capture_consent: 'granted',
  })
  expect(lead.attribution.original?.source).toBe('google')
  expect(lead.attribution.latest?.source).toBe('facebook')
})

/** A visitor with a browser profile of their own. */
async function aVisitor(): Promise<Page> {
  const context = await browser.createBrowserContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.setViewport({ width: 1100, height: 900 })
  return page
}

/** Opens the home page and follows one of its links, as a click on the ad would. */
async function arriveBy(page: Page, link: string): Promise<void> {
  await page.goto(`${product.demo}/`)
  await clickAndArrive(page, link)
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.type(`main [name="${name}"]`, value, { delay: keyMs })
}

async function fillDemoRequest(page: Page, email: string): Promise<void> {
  await fill(page, { nome: 'Bruna', sobrenome: 'Lima', campo_7: email, empresa: 'Transportes Lima' })
  await page.select('[name="porte"]', '51-200')
  await page.click('[value="fila"]')
  await page.click('[data-lead-consent="email"]')
}

// It waits for the next page as such. To wait for a heading is not enough: the page that is left has one too, and it is
// gone by the time the browser hands it over ("Node with given id does not belong to the document").
async function clickAndArrive(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)])
}

/** Sends the form as the browser does, and sees the page that thanks for it. */
async function submitAndBeThanked(page: Page): Promise<void> {
  await clickAndArrive(page, submitButton)
  expect(page.url()).toBe(`${product.demo}/obrigado`)
  expect(await page.$eval('h1', heading => heading.textContent)).toBe('Obrigado!')
}

/** The properties of the one contact with this e-mail. */
describe('an operator', () => {
  test('sees why leads are one person, and says of two others that they are', async () => {
    const send = async (fields: Readonly<Record<string, string>>) => {
      const body = JSON.stringify({ fields, form: { name: 'contact' } })
      expect((await fetch(`${product.worker}/v1/leads?k=pk_live_demo`, { method: 'POST', body })).status).toBe(202)
    }
    await send({ nome: 'Roberto Figueira', telefone: '(11) 96123-4567' })
    await send({
      nome: 'Beto Figueira',
      telefone: '(11) 96123-4567',
      email: 'beto@figueira.example',
      empresa: 'Figueira Transportes Ltda',
    })
    const merged = await expectDelivered('beto@figueira.example', {
      firstname: 'Beto',
      company: 'Figueira Transportes Ltda',
    })
    await send({ nome: 'Beto Figueira', telefone: '(11) 96123-4567', email: 'roberto.figueira@gmail.com' })
    await expectDelivered('roberto.figueira@gmail.com', { firstname: 'Beto' })

    const page = await aVisitor()
    await page.setExtraHTTPHeaders({ 'accept-language': 'pt-BR' })
    expect(await leadPage(page, merged)).toContain('o mesmo telefone e nome')
    await screenshot(page, 'merged-lead')
    await page.goto(`${product.worker}/app/matches`)
    const pair = await page.$eval('main', main => main.textContent)
    for (const email of ['beto@figueira.example', 'roberto.figueira@gmail.com']) expect(pair).toContain(email)
    await screenshot(page, 'possible-duplicates')
    await clickAndArrive(page, 'form[action*="/accept"] button')
    expect(await page.$eval('[role=status]', status => status.textContent)).toContain('Anotado')
    const joined = await leadPage(page, merged)
    for (const email of ['beto@figueira.example', 'roberto.figueira@gmail.com']) expect(joined).toContain(email)
  })
})

const recordOf = (email: string): Promise<Record<string, string>> =>
  eventually(async () => {
    const contacts = (await (await fetch(`${product.crm}/_crm/contacts`)).json()) as {
      properties: Record<string, string>
    }[]
    const found = contacts.filter(({ properties }) => properties['email'] === email)
    expect(found.length).toBeLessThan(2)
    return found[0]?.properties
  }, 30_000)

/** Looks into the CRM, then finds the lead as an operator does: its trace goes from the page to the CRM in order. */
async function expectDelivered(email: string, properties: Readonly<Record<string, unknown>>): Promise<ShownLead> {
  expect(await recordOf(email)).toMatchObject(properties)
  const summary = await eventually(async () => {
    const { body } = await asOperator(product, `/v1/leads?email=${encodeURIComponent(email)}`)
    const leads = body['leads'] as { id: string; status: string }[]
    expect(leads.length).toBeLessThan(2)
    return leads[0]?.status === 'delivered' ? leads[0] : undefined
  }, 30_000)
  const lead = (await asOperator(product, `/v1/leads/${summary.id}`)).body as unknown as ShownLead
  expect(lead.status).toBe('delivered')
  const steps = lead.trace.map(({ step }) => step)
  expect(steps).toEqual(expect.arrayContaining(['submitted', 'received', 'accepted', 'attempted', 'settled']))
  expect(lead.trace.at(-1)).toMatchObject({ step: 'settled', outcome: 'delivered' })
  expect(lead.trace.map(({ at }) => at)).toEqual(lead.trace.map(({ at }) => at).sort())
  return lead
}

/** Signs in and opens the page of the lead; answers its text. */
async function leadPage(page: Page, { id }: ShownLead): Promise<string> {
  await page.goto(`${product.worker}/app/sign-in`)
  // Who is signed in already is sent on.
  if (await page.$('#token')) {
    await page.type('#token', 'local-operator')
    await clickAndArrive(page, 'main form button')
  }
  await page.goto(`${product.worker}/app/leads/${id}`)
  return page.$eval('main', main => main.textContent)
}

async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return
  mkdirSync(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
}
