// Lets Node load the Worker's own code: `cloudflare:workers` becomes our stand-in. Vitest has an alias for the same.

import { registerHooks } from 'node:module'

/** From now on the product's modules can be imported. */
export function standInForRuntime(): void {
  const standIn = new URL('./cloudflare-workers.ts', import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'cloudflare:workers' ? { url: standIn, shortCircuit: true } : next(specifier, context),
  })
}
