// The form cases of test/fixtures/forms in Chromium: what the browser submits is what is captured, less what may never
// leave the page.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { startCollector } from '../support/collector-server.ts'
import { startSite } from '../support/page-server.ts'
import { type FormCase, faultsOf, runCase } from './form-case.ts'

const folder = join(process.cwd(), 'test', 'fixtures', 'forms')
const names = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(file => file.replace('.json', ''))

/** Cases that do not hold yet, and why. A case that starts to hold must leave this table. */
const notYet: Readonly<Record<string, string>> = {}

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('captures what the browser submits', () => {
  it.each(names)('%s', async name => {
    const formCase: FormCase = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    const collector = await startCollector()
    const site = await startSite(`<script src="${collector.origin}/lc.js" data-key="pk_live_demo"></script>`)
    const page = await browser.newPage()
    try {
      site.pages.set('/form', readFileSync(join(folder, `${name}.html`), 'utf8'))
      const thrown: unknown[] = []
      page.on('pageerror', error => thrown.push(error))
      await page.goto(`${site.origin}/form`)
      await runCase(page, formCase, collector.arrivals)
      expect(thrown, 'nothing is thrown into the page').toEqual([])
      const faults = faultsOf(formCase, collector.arrivals)
      if (name in notYet) expect(faults, `holds now, take it out of notYet: ${notYet[name]}`).not.toEqual([])
      else expect(faults, formCase.name).toEqual([])
    } finally {
      await page.close()
      await Promise.all([collector.close(), site.close()])
    }
  })
})
