// Runs before `npm start` and `npm test`, on whatever Node there is: installs the packages if they are not there yet.
// Plain JavaScript without packages, because there are none yet.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const wanted = readFileSync(join(root, 'package-lock.json'), 'utf8')
const marker = join(root, 'node_modules', '.package-lock.json')
const isInstalled = existsSync(marker) && packagesIn(readFileSync(marker, 'utf8')) >= packagesNeeded(wanted)

if (!isInstalled) {
  console.log('Installing packages (once)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exit(status ?? 1)
}

function packagesIn(lock) {
  return Object.keys(JSON.parse(lock).packages ?? {}).length
}

// Optional packages are for other systems than this one.
function packagesNeeded(lock) {
  return Object.entries(JSON.parse(lock).packages ?? {}).filter(([path, entry]) => path !== '' && !entry.optional)
    .length
}
