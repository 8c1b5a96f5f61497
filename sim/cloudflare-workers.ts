// Stands in for the runtime's module `cloudflare:workers` on Node: the one class that the product takes from it.

/** Keeps what the runtime gives to an object. */
export class DurableObject<Env> {
  readonly ctx: DurableObjectState
  readonly env: Env

  constructor(ctx: DurableObjectState, env: Env) {
    this.ctx = ctx
    this.env = env
  }
}
