import { readFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { loadPages } from './load-pages.ts'
import { startDemo } from './start-demo.ts'

const workerUrl = 'http://127.0.0.1:8787'
const crmUrl = 'http://127.0.0.1:8788'

async function aDemo(siteKey = 'pk_live_demo'): Promise<string> {
  const demo = await startDemo({ port: 0, workerUrl, crmUrl, siteKey })
  onTestFinished(() => demo.close())
  return demo.url
}

const read = async (path: string): Promise<string> => (await fetch(`${await aDemo()}${path}`)).text()
const { paths } = await loadPages()

test('has the pages that people are told about', () => {
  expect([...paths].sort()).toEqual([
    '/',
    '/ajax',
    '/chat',
    '/contato',
    '/demonstracao',
    '/obrigado',
    '/politica-de-privacidade',
    '/sem-javascript',
  ])
})

describe.each(paths)('%s', path => {
  test('is served as HTML with the tag, in Portuguese, with one heading and a title of its own', async () => {
    const response = await fetch(`${await aDemo()}${path}`)
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(html).toContain(`<script async src="${workerUrl}/lc.js" data-key="pk_live_demo"></script>`)
    expect(html).toContain('<html lang="pt-BR">')
    expect(html.match(/<h1>/g)).toHaveLength(1)
    expect(html.match(/<title>.+<\/title>/g)).toHaveLength(1)
  })

  test('leads to the operator pages and to the contacts in the CRM', async () => {
    const html = await read(path)
    expect(html).toContain(`href="${workerUrl}/app/"`)
    expect(html).toContain(`href="${crmUrl}/_crm"`)
  })

  test('has no placeholder left, no inline handler, style or unguarded script', async () => {
    const html = await read(path)
    expect(html).not.toMatch(/\{\{/)
    expect(html).not.toMatch(/<[^>]+\s(on[a-z]+|style)\s*=/i)
    expect(html).not.toMatch(/javascript:/i)
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) expect(tag).toMatch(/ (src|nonce)="/)
  })

  test('labels every control that a person can see', async () => {
    const html = await read(path)
    const labelled = new Set([...html.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id))
    const wrapped = [...html.matchAll(/<label(?![^>]* for=)[^>]*>[\s\S]*?<\/label>/g)].join('')
    for (const [control] of html.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
      if (control.includes('type="hidden"') || wrapped.includes(control)) continue
      const id = /\bid="([^"]+)"/.exec(control)?.[1]
      expect(labelled.has(id), control).toBe(true)
    }
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('links only to pages that exist', async () => {
    const html = await read(path)
    for (const [, href = ''] of html.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)) {
      const target = href.replace(/[?#].*/, '')
      const exists = paths.includes(target) || /\.(css|js|svg)$/.test(target)
      expect(exists, href).toBe(true)
      if (!paths.includes(target)) expect((await fetch(`${await aDemo()}${target}`)).status).toBe(200)
    }
  })
})

test('answers 404 with a page for an unknown path, and 405 for an unknown method', async () => {
  const url = await aDemo()
  for (const path of ['/nada', '/layout', '/nao-encontrada', '/../start-demo.ts', '/constructor']) {
    const response = await fetch(`${url}${path}`)
    expect(response.status, path).toBe(404)
    expect(await response.text()).toContain('Página não encontrada')
  }
  expect((await fetch(`${url}/contato`, { method: 'DELETE' })).status).toBe(405)
})

test('takes its own forms: a post leads to the thank-you page, once', async () => {
  const url = await aDemo()
  const body = new URLSearchParams({ nome: 'Ana' })
  const response = await fetch(`${url}/obrigado`, { method: 'POST', body, redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([303, '/obrigado'])
  expect(await (await fetch(`${url}/obrigado`, { method: 'POST', body })).text()).toContain('Obrigado!')
  expect(await (await fetch(`${url}/ajax`, { method: 'POST', body })).json()).toEqual({ ok: true })
  expect((await fetch(`${url}/contato`, { method: 'POST', body })).status).toBe(404)
})

test('takes a form of 64 KiB and refuses a larger one', async () => {
  const url = await aDemo()
  const post = async (bytes: number) => (await fetch(`${url}/ajax`, { method: 'POST', body: 'x'.repeat(bytes) })).status
  expect([await post(65_536), await post(65_537)]).toEqual([200, 413])
})

test('sends visitors by links with UTM and click id, with a click id alone, and without any', async () => {
  const html = await read('/')
  const links = [...html.matchAll(/href="(\/(?:contato|demonstracao)[^"]*)"/g)].map(([, href = '']) =>
    [...new URL(href.replaceAll('&amp;', '&'), crmUrl).searchParams.keys()].join(' '),
  )
  expect(links).toEqual(expect.arrayContaining(['utm_source utm_medium utm_campaign utm_term gclid', 'gclid', '']))
})

test('has a tagged form with an odd name, a policy, a consent and inputs to be filled', async () => {
  const html = await read('/demonstracao')
  for (const attribute of [
    'data-lead="demo-request"',
    'data-lead-intent="high"',
    'name="campo_7" type="email" data-lead-field="email"',
    'data-lead-consent="email"',
    'data-lead-policy-version="2026-10"',
    'type="hidden" name="utm_source"',
  ]) {
    expect(html).toContain(attribute)
  }
  expect(html).toMatch(/data-lead-policy="http:\/\/127\.0\.0\.1:\d+\/politica-de-privacidade"/)
})

test('sends the form without JavaScript to the collector, and back to the origin of the visitor', async () => {
  const url = await aDemo()
  const html = await (await fetch(`${url.replace('127.0.0.1', 'localhost')}/sem-javascript`)).text()
  expect(html).toContain(`action="${workerUrl}/v1/leads?k=pk_live_demo"`)
  expect(html).toContain(`name="_redirect" value="${url.replace('127.0.0.1', 'localhost')}/obrigado"`)
})

test('has in the chat the stub that the product ships, under the nonce of the page', async () => {
  const html = await read('/chat')
  const stub = readFileSync(new URL('../../snippet/stub.html', import.meta.url), 'utf8').trim()
  expect(html.replace(/<script nonce="[^"]{24}">/, '<script>')).toContain(stub)
})

test('escapes what it was started with', async () => {
  const html = await (await fetch(`${await aDemo('"><script>')}/`)).text()
  expect(html).toContain('data-key="&quot;&gt;&lt;script&gt;"')
})

test('forbids by its policy every script but its own and the Worker’s', async () => {
  const response = await fetch(`${await aDemo()}/`)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(new RegExp(`script-src 'self' 'nonce-[^']{24}' ${workerUrl};`))
  expect(policy).toContain(`connect-src 'self' ${workerUrl};`)
})

test('names people and addresses of example.com only', () => {
  for (const name of ['contato', 'demonstracao', 'ajax', 'sem-javascript', 'politica-de-privacidade']) {
    const html = readFileSync(new URL(`./pages/${name}.html`, import.meta.url), 'utf8')
    for (const [address] of html.matchAll(/[\w.]+@[\w.]+/g)) expect(address).toMatch(/@example\.com$/)
  }
})
