// Nothing private leaves the page, in ten thousand forms that nobody wrote; and everything ordinary arrives. A failure
// names the seed: PRIVACY_SEED=n runs the same forms again, PRIVACY_FORMS=n more or fewer of them.

import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import type { Arrival } from '../support/collector-server.ts'
import { submitAll, watchStorage } from './private-driver.ts'
import { type PrivateForm, privateForms } from './private-forms.ts'
import { aMoment, until, visit } from './visit.ts'

const seed = Number(process.env.PRIVACY_SEED ?? Math.floor(Math.random() * 2 ** 31))
const count = Number(process.env.PRIVACY_FORMS ?? 10_000)
const batchFormsMax = 50
/** A page that lives on is a page with a memory; a fresh one now and then has none. */
const formsPerPage = 1_000
/** How many may be on their way by beacon when a page leaves: all of a page's have 64 KiB (Fetch, §4.7). */
const leavingFormsMax = 5

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const body =
  '<iframe name="sink"></iframe><iframe name="inner" src="/inner"></iframe><main hidden></main><script>leadCapture.consent(true)</script>'

it(`sends nothing private and everything ordinary of ${count} forms`, { timeout: 600_000 }, () =>
  visit(browser, { pages: { '/': body, '/inner': '<main hidden></main>' } }, async ({ page, collector, open }) => {
    await page.evaluateOnNewDocument(watchStorage)
    const forms = privateForms(count, seed)
    const faults = new Map<string, string>()
    for (let first = 0; first < count; first += formsPerPage) {
      const ofPage = forms.slice(first, first + formsPerPage)
      collector.arrivals.length = 0
      await open('/')
      let stored = ''
      for (const batch of batchesOf(ofPage)) {
        await page.evaluate(submitAll, batch)
        stored += await storedIn(page)
      }
      // The last ones may still be on their way: they go by beacon.
      await page.goto('about:blank')
      const leads = ofPage.filter(form => form.expected.length).map(form => form.name)
      // What does not come is told below.
      await until(() => isSubset(leads, collector.arrivals)).catch(() => {})
      for (const [fault, example] of faultsOf(ofPage, collector.arrivals, stored)) faults.set(fault, example)
    }
    await aMoment()
    const told = [...faults].sort().map(([fault, example]) => `${fault}\n    ${example}`)
    expect(told, `PRIVACY_SEED=${seed}`).toEqual([])
  }),
)

/** The last batch of a page is small: what is still on its way when the page leaves has 64 KiB (Fetch, §4.7). */
const batchesOf = (forms: readonly PrivateForm[]): PrivateForm[][] => {
  const last = forms.length - leavingFormsMax
  const starts = Array.from({ length: Math.ceil(last / batchFormsMax) }, (_, n) => n * batchFormsMax)
  return [...starts.map(start => forms.slice(start, Math.min(start + batchFormsMax, last))), forms.slice(last)]
}

const isSubset = (names: readonly string[], arrivals: readonly Arrival[]): boolean => {
  const arrived = new Set(arrivals.map(({ text }) => JSON.parse(text).form.name))
  return names.every(name => arrived.has(name))
}

/** Everything that was written to a storage or a cookie since the last time. */
const storedIn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { written } = window as { written?: string[] }
    return [document.cookie, ...(written?.splice(0) ?? [])].join('\n')
  })

/** What broke, with one form that broke it. */
const faultsOf = (forms: readonly PrivateForm[], arrivals: readonly Arrival[], stored: string): Map<string, string> => {
  const faults = new Map<string, string>()
  const requests = arrivals.map(({ url, headers, text }) => url + JSON.stringify(headers) + text).join('\n')
  const bare = (text: string) => text.replace(/\\n|[\s.-]/g, '')
  const places = Object.entries({ sent: requests, stored: decodeURIComponent(stored) })
  const squeezed = places.map(([place, text]) => [place, text, bare(text)] as const)
  const fieldsOf = new Map<string, string[]>()
  for (const { text } of arrivals) {
    const { form, fields } = JSON.parse(text)
    fieldsOf.set(
      form.name,
      fields.map((field: unknown) => JSON.stringify(field)),
    )
  }
  for (const form of forms) {
    const example = `${form.way} in ${form.place}: ${form.html || JSON.stringify(form.call)}`
    for (const { rule, canaries } of form.secrets) {
      for (const [place, text, digits] of squeezed)
        if (canaries.some(canary => (/^\d+$/.test(canary) ? digits : text).includes(canary)))
          faults.set(`${place} · ${rule}`, example)
    }
    const arrived = fieldsOf.get(form.name)
    if (form.expected.length && !arrived)
      faults.set(`lost a form · ${form.secrets.map(secret => secret.rule).join(' · ')}`, example)
    for (const field of arrived ? form.expected : [])
      if (!arrived?.includes(JSON.stringify(field))) faults.set(`lost ${field[0]}`, `${example}\n    ${arrived}`)
  }
  return faults
}
