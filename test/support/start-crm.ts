// Starts the stand-in CRM for the tests that run inside the Worker's runtime. Its port is chosen by vitest.config.ts, since
// the runtime's bindings name it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCrm } from '../../local/crm/start-crm.ts'

export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-capture-crm-'))
  const crm = await startCrm({ port: Number(process.env['TEST_CRM_PORT']), stateFile: join(folder, 'crm.sqlite') })
  return async () => {
    await crm.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
