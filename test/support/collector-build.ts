// Builds the snippet for the browser tests, as `npm run build` does.

import { execFileSync } from 'node:child_process'

/** Builds `dist/assets/lc.js`. */
export const buildForTests = (): void => {
  execFileSync(process.execPath, ['snippet/build.ts'], { stdio: 'pipe' })
}
