// The least that a durable write can cost: one Durable Object, one row that holds the body, 202 after its commit.
// The object's output gate keeps the answer back until the row is on disk, exactly as it does for the ledger.
// It takes part in no type check of Workers code, so it names the few things that it uses by itself.

interface Statements {
  exec(statement: string, ...bindings: string[]): unknown
}

interface Bindings {
  readonly ROWS: { getByName(name: string): { fetch(request: Request): Promise<Response> } }
}

/** Keeps bodies, one row each. */
export class Rows {
  readonly #sql: Statements

  constructor(state: { readonly storage: { readonly sql: Statements } }) {
    this.#sql = state.storage.sql
    this.#sql.exec('create table if not exists bodies (id text primary key, body text not null) without rowid')
  }

  async fetch(request: Request): Promise<Response> {
    const body = await request.text()
    const id = new URL(request.url).searchParams.get('id')
    // Without an id the insert would need none to fail: refuse, so that a broken bench does not look fast.
    if (id === null) return new Response(null, { status: 400 })
    this.#sql.exec('insert into bodies (id, body) values (?, ?)', id, body)
    return new Response(null, { status: 202 })
  }
}

export default {
  fetch: (request: Request, env: Bindings) => env.ROWS.getByName('bench').fetch(request),
}
