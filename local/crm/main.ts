// Runs the stand-in CRM by itself: `node local/crm/main.ts`.
// CRM_PORT: where it listens (8788). CRM_STATE_FILE: where its contacts are kept (.state/crm.sqlite in the repository).
// CRM_TOKEN: the one good bearer token (without it, any).

import { fileURLToPath } from 'node:url'
import { startCrm } from './start-crm.ts'

const { CRM_PORT = '8788', CRM_STATE_FILE, CRM_TOKEN } = process.env

const crm = await startCrm({
  port: Number(CRM_PORT),
  stateFile: CRM_STATE_FILE ?? fileURLToPath(new URL('../../.state/crm.sqlite', import.meta.url)),
  ...(CRM_TOKEN ? { token: CRM_TOKEN } : {}),
})
console.log(`stand-in CRM ready ${crm.url}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    crm.close().then(() => process.exit(0))
  })
}
