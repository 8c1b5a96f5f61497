// `npm run bench:delivery`: repeats the test of leaving a page in every engine that is here, and writes
// docs/delivery-table.md from it. `LEAVING_RUNS` says how often each is repeated.

import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--project', 'browser-long', 'test/browser/leaving.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LEAVING_RUNS: process.env['LEAVING_RUNS'] ?? '25', UPDATE_DOCS: '1' },
  },
)
process.exitCode = status ?? 1
