// Gives the read index of a test run its tables.

import type { D1Migration } from 'cloudflare:test'
import { applyD1Migrations } from 'cloudflare:test'
import { env as bindings } from 'cloudflare:workers'
import type { Env } from '../../worker/env.ts'

const env = bindings as unknown as Env & { readonly TEST_MIGRATIONS: D1Migration[] }
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
