// The Worker in the real local runtime, with the bindings of wrangler.toml and state on disk.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions, unstable_splitSqlQuery } from 'wrangler'

export interface LocalWorker {
  readonly url: string
  /** Runs the cron handler once. */
  watch(): Promise<void>
  close(): Promise<void>
}

export interface LocalWorkerOptions {
  /** Folder of the project, with the bundle in `dist/`. */
  readonly root: string
  /** Port on loopback; 0 for any. */
  readonly port: number
  /** Folder for what must survive a restart. */
  readonly stateDir: string
  /** Variables and secrets. */
  readonly bindings: Readonly<Record<string, unknown>>
  /** Where the runtime's inspector listens; nowhere without it. */
  readonly inspectorPort?: number
}

/** Starts the Worker and applies the migrations of its read index. */
export async function runWorker(options: LocalWorkerOptions): Promise<LocalWorker> {
  const { root, port, stateDir, bindings, inspectorPort } = options
  // The Worker's configuration is wrangler.toml's and no copy of it.
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(root, 'wrangler.toml'))
  const { modulesRules: _rules, ...configured } = workerOptions
  const converted = convertV4MiniflareOptions({
    workers: [
      {
        ...configured,
        name: 'lead-capture',
        modules: [{ type: 'ESModule', path: join(root, 'dist', 'worker', 'index.js') }],
        bindings: { ...bindings } as never,
      },
    ],
    host: '127.0.0.1',
    port,
    log: new Log(LogLevel.ERROR),
    ...(inspectorPort === undefined ? {} : { inspectorPort }),
  } as never)
  const miniflare = new Miniflare({ ...converted, resourcePersistencePath: stateDir })
  const url = (await miniflare.ready).origin
  await migrate(miniflare, join(root, 'migrations'))
  const worker = await miniflare.getWorker()
  return {
    url,
    watch: async () => {
      await worker.scheduled({ cron: '* * * * *' })
    },
    close: () => miniflare.dispose(),
  }
}

async function migrate(miniflare: Miniflare, folder: string): Promise<void> {
  const db = await miniflare.getD1Database('DB')
  await db.prepare('create table if not exists d1_migrations (name text primary key)').run()
  const { results } = await db.prepare('select name from d1_migrations').all<{ name: string }>()
  const done = new Set(results.map(row => row.name))
  for (const name of readdirSync(folder).sort()) {
    if (done.has(name) || !name.endsWith('.sql')) continue
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8'))
    const note = db.prepare('insert into d1_migrations (name) values (?)').bind(name)
    await db.batch([...statements.map(statement => db.prepare(statement)), note])
  }
}
