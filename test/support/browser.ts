// Finds and starts a Chromium for the browser tests. BROWSER_PATH wins; otherwise the usual places of each platform.

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core'

const usualPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].map(name => join('/usr/bin', name)),
  darwin: ['Google Chrome', 'Chromium'].map(name => join('/Applications', `${name}.app`, 'Contents', 'MacOS', name)),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(name =>
    join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
}

/** The browser to test with. */
export const findBrowser = (): string => {
  const candidates = [process.env.BROWSER_PATH, ...(usualPaths[process.platform] ?? [])]
  const found = candidates.find(path => path && existsSync(path))
  if (!found) throw new Error('No Chromium found. Install one, or set BROWSER_PATH to its executable.')
  return found
}

/** Starts it, silent and without its own traffic. */
export const launchBrowser = (options: LaunchOptions = {}): Promise<Browser> =>
  puppeteer.launch({
    executablePath: findBrowser(),
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
