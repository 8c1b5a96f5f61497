// Finds the browsers of the tests. The variable of a browser wins, then the usual places of each platform.

import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** WebKit is WebKitGTK: what is found is its WebDriver, which knows where its browser is. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit'

/** The environment variable that names the executable. Set to a path that is not there, it leaves the browser out. */
export const pathVariable: Readonly<Record<BrowserName, string>> = {
  chromium: 'BROWSER_PATH',
  firefox: 'FIREFOX_PATH',
  webkit: 'WEBKIT_DRIVER_PATH',
}

/** The executable; undefined when there is none. */
export const findBrowser = (name: BrowserName = 'chromium'): string | undefined => {
  const chosen = process.env[pathVariable[name]]
  return (chosen ? [chosen] : usualPaths(name)).find(path => existsSync(path))
}

const usualPaths = (name: BrowserName): readonly string[] => {
  if (process.platform === 'linux') return linuxCommands[name].map(command => join('/usr/bin', command))
  if (process.platform === 'darwin')
    return macApps[name].map(([app, binary]) => join('/Applications', `${app}.app`, 'Contents', 'MacOS', binary))
  if (process.platform === 'win32')
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(folder =>
      windowsPrograms[name].map(program => join(process.env[folder] ?? '', ...program)),
    )
  return []
}

const linuxCommands: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox'],
  webkit: ['WebKitWebDriver'],
}

const macApps: Readonly<Record<BrowserName, readonly (readonly [app: string, binary: string])[]>> = {
  chromium: [
    ['Google Chrome', 'Google Chrome'],
    ['Chromium', 'Chromium'],
  ],
  firefox: [['Firefox', 'firefox']],
  webkit: [],
}

const windowsPrograms: Readonly<Record<BrowserName, readonly (readonly string[])[]>> = {
  chromium: [['Google', 'Chrome', 'Application', 'chrome.exe']],
  firefox: [['Mozilla Firefox', 'firefox.exe']],
  webkit: [],
}
