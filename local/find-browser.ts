// Finds a Chromium: BROWSER_PATH wins, then the usual places of each platform.

import { existsSync } from 'node:fs'
import { join } from 'node:path'

const usualPaths: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'].map(name => join('/usr/bin', name)),
  darwin: ['Google Chrome', 'Chromium'].map(name => join('/Applications', `${name}.app`, 'Contents', 'MacOS', name)),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(name =>
    join(process.env[name] ?? '', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ),
}

/** The executable of a Chromium; undefined when there is none. */
export const findBrowser = (): string | undefined => {
  const candidates = [process.env['BROWSER_PATH'], ...(usualPaths[process.platform] ?? [])]
  return candidates.find(path => path && existsSync(path))
}
