// Which engines are here, and how each is started.

import { type BrowserName, findBrowser, pathVariable } from '../../../local/find-browser.ts'
import { hasDisplay } from './display.ts'
import type { Engine } from './engine.ts'
import { startPuppeteerEngine } from './puppeteer-engine.ts'
import { startWebkitEngine } from './webkit-engine.ts'

/** In the order of the columns of docs/form-matrix.md. */
export const engineNames: readonly BrowserName[] = ['chromium', 'firefox', 'webkit']

/** Why an engine cannot run here; undefined when it can. Chromium must be here: its tests say so when it is not. */
export const missingFor = (name: BrowserName): string | undefined => {
  if (name === 'chromium') return undefined
  if (findBrowser(name) === undefined) return `not found; ${pathVariable[name]} may name it`
  return name === 'webkit' && !hasDisplay() ? 'no display and no Xvfb' : undefined
}

/** Starts it. */
export const startEngine = (name: BrowserName): Promise<Engine> =>
  name === 'webkit' ? startWebkitEngine() : startPuppeteerEngine(name)
