// Starts a Chromium for the browser tests.

import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core'
import { findBrowser } from '../../local/find-browser.ts'

/** Starts it, silent and without its own traffic. */
export const launchBrowser = (options: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    executablePath: findBrowser() ?? missing(),
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

const missing = (): never => {
  throw new Error('No Chromium found. Install one, or set BROWSER_PATH to its executable.')
}
