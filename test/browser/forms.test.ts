// Which forms are leads, and what of them is captured.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { aMoment, scriptedForm, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const form = (attributes: string, controls = '<input name="email" value="ana@example.com">') =>
  `<form ${attributes} onsubmit="return false">${controls}<button>Go</button></form>`

describe('is a lead form', () => {
  const password = '<input name="mail" value="ana@example.com"><input type="password" name="pw" value="secret">'
  it.each([
    ['an untagged form', '', form(''), true],
    ['no untagged form with data-auto="off"', 'data-auto="off"', form(''), false],
    ['a tagged form with data-auto="off"', 'data-auto="off"', form('data-lead="demo"'), true],
    ['no form that is ignored', '', form('data-lead="demo" data-lead-ignore'), false],
    ['no form inside something ignored', '', `<div data-lead-ignore>${form('data-lead="demo"')}</div>`, false],
    ['no login by its action', '', form('action="/login"', password), false],
    ['no login by its button', '', `<form onsubmit="return false">${password}<button>Sign in</button></form>`, false],
    ['a login that is tagged', '', form('data-lead="demo" action="/login"', password), true],
    ['no site search by its role', '', `<div role="search">${form('', '<input name="x" value="shoes">')}</div>`, false],
    ['no site search by its field', '', form('', '<input name="q" value="shoes">'), false],
    [
      'a form with a search box beside an address',
      '',
      form('', '<input type="search" name="city" value="Rio"><input name="email" value="a@b.co">'),
      true,
    ],
    ['no empty form', '', form('', '<input name="email">'), false],
  ])('%s', (_, attributes, html, isLead) =>
    visit(browser, { attributes, pages: { '/': html } }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      if (isLead) await until(() => collector.arrivals.length === 1)
      else await aMoment()
      expect(collector.arrivals.length).toBe(isLead ? 1 : 0)
      expect(collector.arrivals[0]?.text ?? '').not.toContain('secret')
    }),
  )
})

it.each(['/login', '/entrar', '/pt/sign-in/'])('takes no address for a lead on %s, whatever the button says', path =>
  visit(browser, { pages: { [path]: form('') } }, async ({ open, page, collector }) => {
    await open(path)
    await page.click('button')
    await aMoment()
    expect(collector.arrivals).toEqual([])
  }),
)

it('takes the newsletter of a page about logins for a lead', () =>
  visit(browser, { pages: { '/blog/como-fazer-login': form('') } }, async ({ open, page, collector }) => {
    await open('/blog/como-fazer-login')
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
  }))

it('says no more of hundreds of controls than a body can hold', () =>
  visit(
    browser,
    {
      pages: {
        '/': `${form('id="f"')}<script>f.insertAdjacentHTML('beforeend', Array.from({ length: 600 }, (_, n) =>
          '<label for="q' + n + '">Question number ' + n + ', of which there are very many in this long form?</label><input id="q' + n + '" name="q' + n + '">').join(''))</script>`,
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      expect(Buffer.byteLength(collector.arrivals[0]?.text ?? '')).toBeLessThanOrEqual(65_536)
    },
  ))

describe('captures', () => {
  it('the form, the page and what the labels say', () =>
    visit(
      browser,
      {
        pages: {
          '/': form(
            'data-lead="demo" data-lead-intent="high"',
            '<label>Your phone <input name="input_3" type="tel" autocomplete="tel" data-lead-field="phone" value="11 91234-5678"></label><input name="_hp" value="bot">',
          ),
        },
      },
      async ({ open, page, collector, site }) => {
        await open('/?a=1')
        await page.click('button')
        await until(() => collector.arrivals.length === 1)
        const [sent] = collector.submissions()
        expect(sent).toMatchObject({
          schema: 'lead/1',
          fields: [
            ['input_3', '11 91234-5678'],
            ['_hp', 'bot'],
          ],
          hints: { input_3: { label: 'Your phone', autocomplete: 'tel', type: 'tel', field: 'phone' } },
          form: { name: 'demo', how: 'script', intent: 'high' },
          page: { url: `${site.origin}/?a=1`, title: 'Page', referrer: '' },
        })
        expect(sent.elapsed_ms).toBeUndefined()
      },
    ))

  it('a national id only where the site tags it', () =>
    visit(
      browser,
      {
        pages: {
          '/': form(
            '',
            '<input name="email" value="a@b.co"><input name="cpf" value="111"><input name="rg" data-lead-field="rg" value="222">',
          ),
        },
      },
      async ({ open, page, collector }) => {
        await open('/')
        await page.click('button')
        await until(() => collector.arrivals.length === 1)
        expect(collector.submissions()[0].fields).toEqual([
          ['email', 'a@b.co'],
          ['rg', '222'],
        ])
      },
    ))

  it('once what the page cleans before it submits again by itself', () =>
    visit(
      browser,
      {
        pages: {
          '/': `<form id="f" method="post" action="/sink"><input name="phone" value="(11) 91234-5678"><button>Go</button></form><script>
            let isChecked = false
            f.addEventListener('submit', event => {
              if (isChecked) return
              event.preventDefault()
              setTimeout(() => { isChecked = true; f.phone.value = '11912345678'; f.requestSubmit() }, 200)
            })</script>`,
        },
      },
      async ({ open, page, collector, site }) => {
        await open('/')
        await page.click('button')
        await until(() => site.sunk.length === 1)
        await aMoment()
        expect(collector.bodiesById().size).toBe(1)
      },
    ))

  it('what the page fills in after a first try came to nothing', () =>
    visit(
      browser,
      {
        pages: {
          '/': `<form id="f"><input name="email"><button>Go</button></form><script>
            f.addEventListener('submit', event => {
              event.preventDefault()
              if (!f.email.value) setTimeout(() => { f.email.value = 'ana@example.com'; f.requestSubmit() }, 200)
            })</script>`,
        },
      },
      async ({ open, page, collector }) => {
        await open('/')
        await page.click('button')
        await until(() => collector.bodiesById().size === 1)
      },
    ))

  it('two people at one page as two', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await page.$eval('input', input => {
        input.value = 'bia@example.com'
      })
      await page.click('button')
      await until(() => collector.submissions().length === 2)
    }))
})

it('reads no form in a frame with a tag of its own, though the page around has made it', () =>
  visit(
    browser,
    {
      pages: {
        '/': '<iframe name="inner" src="/inner"></iframe><script>window.leadCapture.consent(true)</script>',
        '/inner': '<main></main>',
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      const stored = await page.evaluate(() => {
        const written: string[] = []
        const { setItem } = Storage.prototype
        Storage.prototype.setItem = function (key, text) {
          written.push(text)
          setItem.call(this, key, text)
        }
        const form = document.createElement('form')
        form.action = '/sink'
        form.innerHTML = '<input name="email" value="ana@example.com"><input type="password" name="x" value="canary">'
        window.frames[0]?.document.querySelector('main')?.append(form)
        const control = form.querySelector<HTMLInputElement>('[name=x]')
        if (control) control.type = 'text'
        form.submit()
        return written.join()
      })
      await aMoment()
      expect(stored + collector.arrivals.map(({ text }) => text).join()).not.toContain('canary')
    },
  ))

describe('goes on without', () => {
  const broken = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('blocked') } })"
  it.each([
    ['storage', broken],
    ['Web Locks and a beacon', 'delete Navigator.prototype.locks; delete Navigator.prototype.sendBeacon'],
  ])('%s', (_, script) =>
    visit(
      browser,
      { pages: { '/': `${scriptedForm}<script>window.leadCapture.consent(true)</script>` } },
      async ({ open, page, collector }) => {
        await page.evaluateOnNewDocument(script)
        await open('/')
        await page.click('button')
        await until(() => collector.arrivals.length === 1)
      },
    ),
  )

  it('fetch: the lead goes by beacon when the page leaves', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await page.evaluateOnNewDocument('delete window.fetch')
      await open('/')
      await page.click('button')
      await aMoment()
      await page.goto('about:blank')
      await until(() => collector.arrivals.length === 1)
    }))
})

it('tells who installs it once of an attribute that does not exist', () =>
  visit(
    browser,
    {
      attributes: 'data-debug',
      pages: { '/': form('data-lead-name="demo"', '<input name="email" data-lead-filed="email" value="a@b.co">') },
    },
    async ({ open, page }) => {
      const said: string[] = []
      page.on('console', message => said.push(message.text()))
      await open('/')
      await page.click('button')
      await page.click('button')
      await aMoment()
      expect(said.filter(text => text.includes('data-lead-name')).length).toBe(1)
      expect(said.filter(text => text.includes('data-lead-filed')).length).toBe(1)
    },
  ))
