// `npm test`: finds a browser, or installs one where apt-get can, then runs every level of the tests. The last line
// counts them; exit 0 only if all passed.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findBrowser } from './find-browser.ts'

const root = resolve(import.meta.dirname, '..')

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly success: boolean
}

function installBrowser(): void {
  console.log('No browser found: installing Chromium with apt-get…')
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
  const { status } = spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) {
    console.error('Could not install a browser: install Chromium or Chrome, or set BROWSER_PATH to one.')
    process.exit(1)
  }
}

if (findBrowser() === undefined) installBrowser()
const report = join(mkdtempSync(join(tmpdir(), 'lead-capture-test-')), 'report.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
// All but the long ones (vitest.config.ts).
const projects = ['unit', 'sim', 'worker', 'contract', 'e2e', 'browser'].map(name => `--project=${name}`)
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...projects, ...reporters], {
  cwd: root,
  stdio: 'inherit',
})
const { numPassedTests, numFailedTests, numPendingTests, success } = JSON.parse(readFileSync(report, 'utf8')) as Report
const isGreen = status === 0 && success && numPassedTests > 0
// A file that does not even load fails no test: it must not look green.
const failed = isGreen ? 0 : Math.max(1, numFailedTests)
console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''}`)
process.exitCode = isGreen ? 0 : 1
