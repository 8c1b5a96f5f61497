// Storage of one Durable Object on Node's SQLite, in memory: what the product uses of `ctx.storage`. What is committed
// outlives the object's instance; what is not is gone with it.

import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

type Binding = string | number | null | Uint8Array | ArrayBuffer

type Row = Readonly<Record<string, unknown>>

interface Prepared {
  readonly statement: StatementSync
  /** Which binding each place takes, where they are numbered. */
  readonly numbers: readonly number[] | undefined
  readonly columns: readonly string[]
  /** A row without values. */
  readonly blank: Row
}

export interface ObjectStorage {
  readonly exec: (statement: string, bindings: readonly Binding[]) => Record<string, unknown>[]
  /** The same for who watches from outside: it never fails, and no fault is spent on it. */
  readonly look: (statement: string, bindings: readonly Binding[]) => Record<string, unknown>[]
  /** All of it or nothing. Inside another one it is part of that. */
  readonly transaction: <T>(work: () => T) => T
  /** Runs `work` when the transaction that is open has committed, or now. */
  readonly afterCommit: (work: () => void) => void
  /** Makes the statement after the next `statements` fail, once. */
  readonly failAfter: (statements: number) => void
  /** Gives it back, emptied, for the next run. */
  readonly close: () => void
}

// Making tables and preparing statements takes longer than a run with one lead.
const unused = new Map<string, ObjectStorage[]>()

/** An empty storage. @param tables whose: the next one of the same name may have its tables already */
export const objectStorage = (tables: string): ObjectStorage => unused.get(tables)?.pop() ?? newStorage(tables)

function newStorage(tables: string): ObjectStorage {
  const database = new DatabaseSync(':memory:')
  const prepared = new Map<string, Prepared>()
  const [begin, commit, rollback] = [
    database.prepare('begin'),
    database.prepare('commit'),
    database.prepare('rollback'),
  ]
  let isOpen = false
  let afterwards: (() => void)[] = []
  let failIn = Number.POSITIVE_INFINITY
  const statementOf = (text: string) => {
    const known = prepared.get(text)
    if (known) return known
    const made = prepare(database, text)
    prepared.set(text, made)
    return made
  }
  const run = (text: string, bindings: readonly Binding[]) => {
    const { statement, numbers, blank, columns } = statementOf(text)
    const values = numbers ? numbers.map(number => bindings[number - 1] ?? null) : bindings
    const rows: readonly unknown[] = statement.all(...values.map(asInput))
    return rows.map(row => asObject(row as readonly unknown[], columns, blank))
  }
  const storage: ObjectStorage = {
    exec: (text, bindings) => {
      failIn -= 1
      if (failIn < 0) {
        failIn = Number.POSITIVE_INFINITY
        throw new Error('disk full')
      }
      return run(text, bindings)
    },
    look: run,
    transaction: work => {
      if (isOpen) return work()
      begin.run()
      isOpen = true
      afterwards = []
      try {
        const result = work()
        commit.run()
        for (const told of afterwards) told()
        return result
      } catch (error) {
        rollback.run()
        throw error
      } finally {
        isOpen = false
      }
    },
    afterCommit: work => {
      if (isOpen) afterwards.push(work)
      else work()
    },
    failAfter: statements => {
      failIn = statements
    },
    close: () => {
      failIn = Number.POSITIVE_INFINITY
      for (const table of tablesIn(storage)) if (table !== 'schema_steps') database.exec(`delete from ${table}`)
      unused.set(tables, [...(unused.get(tables) ?? []), storage])
    },
  }
  return storage
}

function prepare(database: DatabaseSync, text: string): Prepared {
  // Node takes `?1` for a name and binds it slowly: each is bound by its place instead.
  const numbers = /\?\d/.test(text) ? [...text.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number)) : undefined
  const statement = database.prepare(numbers ? text.replace(/\?\d+/g, '?') : text)
  statement.setReturnArrays(true)
  const columns = statement.columns().map(({ name }) => name)
  return { statement, numbers, columns, blank: Object.fromEntries(columns.map(name => [name, null])) }
}

const asInput = (value: Binding): SQLInputValue => (value instanceof ArrayBuffer ? new Uint8Array(value) : value)

// Node's own objects are dictionaries, slow to make and slow to read. A copy of one blank row has a fixed shape.
function asObject(row: readonly unknown[], columns: readonly string[], blank: Row): Row {
  const made: Record<string, unknown> = { ...blank }
  for (let at = 0; at < columns.length; at += 1) made[columns[at] ?? ''] = row[at]
  return made
}

/** Tables of ours. */
export const tablesIn = (storage: ObjectStorage): string[] =>
  storage.look("select name from sqlite_schema where type = 'table'", []).map(row => String(row['name']))
