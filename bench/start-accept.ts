// The product's Worker in the bare runtime, as far as accepting a lead goes.
//
// Real: the built Worker, HTTP, guards, zod, normalizing, HMACs, sealing, the call to the Durable Object, its SQLite on
// disk, the commit. Not real: the queue and D1. A stand-in takes their requests and never answers. Accept waits for
// neither and keeps nothing in them; the ledger's alarm does, so its first run stays waiting. Therefore what an alarm
// does (doorbell, read index) is not in the figure, nor is the row that arms it, one for each of its runs. The rate
// limits and assets are not bound: the demo key asks for no limit, and assets are answered before the Worker runs.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildWorker } from '../local/build-worker.ts'
import { localSecrets } from '../local/local-secrets.ts'
import { demoKey, seedBindings } from '../local/seed.ts'
import { leadsPath } from '../shared/wire.ts'
import type { Subject } from './abba.ts'
import { runWorkerd } from './run-workerd.ts'
import { writeWorkerdConfig } from './workerd-config.ts'

const neverAnswers = 'export default { fetch: () => new Promise(done => setTimeout(done, 3_600_000)) }'
// Nothing calls it: the doorbell that would lead there is never heard.
const noCrm = 'http://127.0.0.1:9'

/** Builds and starts it with its state in `folder`. */
export async function startAccept(root: string, folder: string): Promise<Subject> {
  const { outfile } = await buildWorker(root)
  const config = writeWorkerdConfig(folder, {
    code: readFileSync(outfile, 'utf8'),
    objects: { LEDGER: 'LeadLedger', GATE: 'DestinationGate' },
    variables: { ...localSecrets(join(folder, 'secrets.json')), ...seedBindings(noCrm) },
    databases: ['DB'],
    queues: ['DELIVERIES'],
    standIn: neverAnswers,
  })
  const workerd = await runWorkerd(config)
  const urlFor = () => `${workerd.url}${leadsPath}?k=${demoKey}`
  // A duplicate is answered with 202 too, and writes nothing.
  const isTaken = (status: number, body: string) => status === 202 && body.includes('"status":"accepted"')
  return { workerd, load: { urlFor, isTaken } }
}

/** Throws unless the ledger holds and owes exactly so many leads: a fast one that keeps nothing is no figure. */
export async function checkLedger({ workerd }: Subject, leads: number): Promise<void> {
  const response = await fetch(`${workerd.url}/v1/health`, { headers: { authorization: 'Bearer local-operator' } })
  const { counts } = (await response.json()) as { counts: { accepted: number; pending: number } }
  if (counts.accepted !== leads || counts.pending !== leads) {
    throw new Error(`of ${leads} leads the ledger holds ${counts.accepted} and owes ${counts.pending}`)
  }
}
