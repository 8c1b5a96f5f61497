// Writes the configuration of a `workerd serve` process: the Worker under measure, its Durable Objects on disk, and one
// loopback socket. Only what the benchmark binds is known here; the schema is workerd.capnp of the workerd package.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'smol-toml'

export interface WorkerdWorker {
  /** Code of the Worker: one ES module. */
  readonly code: string
  /** Names of its Durable Object classes by binding. */
  readonly objects: Readonly<Record<string, string>>
  /** Variables and secrets; what is no text is bound as JSON. */
  readonly variables?: Readonly<Record<string, unknown>>
  /** Code of the Worker that stands in for what is behind the bindings below. */
  readonly standIn?: string
  /** Bindings of D1 databases and queues, answered by the stand-in. */
  readonly databases?: readonly string[]
  readonly queues?: readonly string[]
}

/** Writes configuration and modules into `folder` and returns the configuration's path. */
export function writeWorkerdConfig(folder: string, worker: WorkerdWorker): string {
  mkdirSync(join(folder, 'objects'), { recursive: true })
  writeFileSync(join(folder, 'worker.js'), worker.code)
  writeFileSync(join(folder, 'stand-in.js'), worker.standIn ?? 'export default {}')
  const bindings = [
    ...Object.entries(worker.objects).map(([name, className]) =>
      bind(name, `durableObjectNamespace = ${text(className)}`),
    ),
    ...Object.entries(worker.variables ?? {}).map(([name, value]) =>
      bind(name, typeof value === 'string' ? `text = ${text(value)}` : `json = ${text(JSON.stringify(value))}`),
    ),
    ...(worker.queues ?? []).map(name => bind(name, 'queue = "stand-in"')),
    ...(worker.databases ?? []).map(name => bind(name, databaseBinding)),
  ]
  const namespaces = Object.values(worker.objects).map(
    className => `(className = ${text(className)}, uniqueKey = ${text(className)}, enableSql = true)`,
  )
  const file = join(folder, 'config.capnp')
  writeFileSync(
    file,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "stand-in", worker = .standIn),
    (name = "objects", disk = (path = ${text(join(folder, 'objects'))}, writable = true)),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = ${text(compatibilityDate())},
  bindings = [
    ${bindings.join(',\n    ')}
  ],
  durableObjectNamespaces = [${namespaces.join(', ')}],
  durableObjectStorage = (localDisk = "objects"),
);
const standIn :Workerd.Worker = (
  modules = [(name = "stand-in.js", esModule = embed "stand-in.js")],
  compatibilityDate = ${text(compatibilityDate())},
);
`,
  )
  return file
}

// The platform's own D1 client, over a service that speaks its HTTP protocol: as the local simulation binds it.
const databaseBinding = `wrapped = (moduleName = "cloudflare-internal:d1-api",
      innerBindings = [(name = "fetcher", service = "stand-in")])`

const bind = (name: string, value: string) => `(name = ${text(name)}, ${value})`

// A JSON string is a valid text in Cap'n Proto as long as it is ASCII; secrets, ids and paths of a benchmark are.
const text = (value: string) => JSON.stringify(value)

// The deployment's own: both Workers run as the product does.
function compatibilityDate(): string {
  const { compatibility_date } = parse(readFileSync(resolve(import.meta.dirname, '../wrangler.toml'), 'utf8'))
  if (typeof compatibility_date !== 'string') throw new Error('wrangler.toml names no compatibility_date')
  return compatibility_date
}
