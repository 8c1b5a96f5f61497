// Starts a Chromium or a Firefox for the browser tests.

import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core'
import { type BrowserName, findBrowser, pathVariable } from '../../local/find-browser.ts'

/** Starts a Chromium, silent and without its own traffic. */
export const launchBrowser = (options: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    executablePath: findBrowser('chromium') ?? missing('chromium'),
    args: [
      '--headless=new',
      // A sandbox needs a user of its own, which a container's root is not.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ...options,
  })

/** Starts a Firefox. Its own traffic is off by the preferences that puppeteer sets. */
export const launchFirefox = (options: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox') ?? missing('firefox'),
    headless: true,
    ...options,
  })

const missing = (name: BrowserName): never => {
  throw new Error(`No ${name} found. Install one, or set ${pathVariable[name]} to its executable.`)
}
