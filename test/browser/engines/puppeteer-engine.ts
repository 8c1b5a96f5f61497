// Chromium and Firefox, both through puppeteer: the DevTools protocol for the one, WebDriver BiDi for the other.

import type { Browser, ElementHandle, Frame, Page } from 'puppeteer-core'
import { launchBrowser, launchFirefox } from '../../support/browser.ts'
import { type Engine, type EngineElement, type EnginePage, waitMsMax } from './engine.ts'

/** Starts one of the two. */
export const startPuppeteerEngine = async (name: 'chromium' | 'firefox'): Promise<Engine> => {
  const launch = name === 'chromium' ? launchBrowser : launchFirefox
  const browser = await launch({ timeout: waitMsMax.start, protocolTimeout: waitMsMax.start })
  const number = (await browser.version()).replace(/^.*\//, '')
  return {
    name,
    version: `${name === 'chromium' ? 'Chromium' : 'Firefox'} ${number}`,
    markup: '',
    opensWindows: true,
    pagesMax: 3,
    openPage: url => openPage(browser, url),
    close: () => browser.close(),
  }
}

const openPage = async (browser: Browser, url: string): Promise<EnginePage> => {
  // A context of its own: closing it closes the tabs that the page has opened, too.
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  page.setDefaultTimeout(waitMsMax.element)
  page.setDefaultNavigationTimeout(waitMsMax.load)
  const thrown: string[] = []
  page.on('pageerror', error => thrown.push(String(error)))
  await page.goto(url)
  return {
    url: async () => page.url(),
    goto: url => goTo(page, url),
    goBackTo: async url => {
      await page.waitForFunction(from => location.href !== from, { timeout: waitMsMax.leave, polling }, url)
      // Not `page.goBack()`: it waits for a `load`, which Firefox does not tell of a page that returns from its cache.
      await page.evaluate(() => history.back())
      await page.waitForFunction(isShown, { timeout: waitMsMax.load, polling }, url)
    },
    find: async selector => elementOf(await find(page, selector)),
    evaluate: async code => void (await page.evaluate(code)),
    errors: async () => thrown,
    close: () => context.close(),
  }
}

/** Milliseconds between two looks at a page. Not every animation frame: a page in the background has none. */
const polling = 50

const isShown = (url: string) => location.href === url && document.readyState === 'complete'

/** How long one try to go somewhere may take, and how many there are: together the longest load. */
const tryMsMax = 4_000
const triesMax = waitMsMax.load / tryMsMax

/**
 * Goes there. A page that is on its way to somewhere else may start after us and end our way without a word (Firefox), so
 * that we stand at its goal: then it is tried again.
 */
const goTo = async (page: Page, url: string): Promise<void> => {
  for (let tries = 0; tries < triesMax; tries += 1) if (await tryToGo(page, url)) return
  throw new Error(`did not get to ${url} in ${triesMax} tries, but to ${page.url()}`)
}

const tryToGo = async (page: Page, url: string): Promise<boolean> => {
  const over = new AbortController()
  const { signal } = over
  const late = new Promise<false>(resolve => {
    const timer = setTimeout(resolve, tryMsMax, false)
    signal.addEventListener('abort', () => clearTimeout(timer))
  })
  // One of them fails where the page's own navigation ends the other's.
  const there = Promise.any([
    page.goto(url, { timeout: tryMsMax, signal }),
    page.waitForFunction(isShown, { timeout: tryMsMax, polling, signal }, url),
  ])
  try {
    // A driver that never answers is not waited for: `race` and `any` have heard all that may still fail.
    return await Promise.race([
      there.then(
        () => true,
        () => false,
      ),
      late,
    ])
  } finally {
    over.abort()
  }
}

const find = async (page: Page, selector: string): Promise<ElementHandle<Element>> => {
  const [outer = '', inner] = selector.split(' |> ')
  const element = await waitFor(page, outer)
  if (!inner) return element
  const frame = await element.contentFrame()
  if (!frame) throw new Error(`${outer} is no frame`)
  return waitFor(frame, inner)
}

const waitFor = async (where: Page | Frame, selector: string): Promise<ElementHandle<Element>> => {
  // `>>>` is puppeteer's own sign for an open shadow root.
  const element = await where.waitForSelector(selector, { timeout: waitMsMax.element })
  if (!element) throw new Error(`nothing matches ${selector}`)
  return element
}

const elementOf = (element: ElementHandle<Element>): EngineElement => ({
  click: () => element.click(),
  type: text => element.type(text),
  pressEnter: () => element.press('Enter'),
  upload: async path => (await element.toElement('input')).uploadFile(path),
  run: (act, values = []) => element.evaluate(act, values),
})
