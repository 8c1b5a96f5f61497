// The stand-in's contacts, in SQLite. A write that returned is on disk: killing the process loses none.
// Knows nothing of HubSpot's rules: write-contact.ts decides what may be written.

import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Property values by name, as HubSpot keeps them: strings only. */
export type Properties = Readonly<Record<string, string>>

export interface Contact {
  readonly id: string
  readonly properties: Properties
  /** Successful writes to this contact, its creation included. */
  readonly writes: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly archivedAt: string | null
}

export interface ContactStore {
  /** Runs `work` as one durable transaction; if it throws, nothing of it stays. */
  transaction<T>(work: () => T): T
  byId(id: string): Contact | undefined
  /** The contact (not archived) that has this value in a unique property. */
  byUniqueValue(property: string, value: string): Contact | undefined
  insert(properties: Properties, at: string): Contact
  update(id: string, properties: Properties, at: string): Contact
  archive(id: string, at: string): void
  /** Contacts that are not archived, by id; with `latest`, only so many of the newest. */
  all(latest?: number): readonly Contact[]
  count(): number
  uniqueProperties(): readonly string[]
  /** `property` must be a valid property name: it becomes part of an index definition. */
  declareUnique(property: string): void
  forget(): void
  close(): void
}

// Ids start where they cannot be mistaken for a counter of ours, and are never used twice, as in HubSpot.
const schema = `
  CREATE TABLE IF NOT EXISTS contacts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    properties TEXT NOT NULL,
    writes INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    archived_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS contacts_by_email
    ON contacts (json_extract(properties, '$.email')) WHERE archived_at IS NULL;
  CREATE TABLE IF NOT EXISTS unique_properties (name TEXT PRIMARY KEY) STRICT;
  INSERT INTO sqlite_sequence (name, seq)
    SELECT 'contacts', 500 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'contacts');
`

const contactFrom = (row: Record<string, unknown>): Contact => ({
  id: String(row.id),
  properties: JSON.parse(String(row.properties)) as Properties,
  writes: Number(row.writes),
  createdAt: String(row.created_at),
  updatedAt: String(row.updated_at),
  archivedAt: row.archived_at === null ? null : String(row.archived_at),
})

/** Opens the contacts in `file`, which is made when it is missing. */
export function openContactStore(file: string): ContactStore {
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file, { timeout: 5_000 })
  // FULL: a commit reaches the disk before it returns, so that even a power cut takes no answered write.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${schema}`)

  const one = (sql: string, ...values: (string | number)[]): Contact | undefined => {
    const row = db.prepare(sql).get(...values)
    return row === undefined ? undefined : contactFrom(row)
  }
  const written = (contact: Contact | undefined): Contact => {
    if (contact === undefined) throw new Error('a write to a contact that is not there')
    return contact
  }

  const transaction = <T>(work: () => T): T => {
    db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      db.exec('COMMIT')
      return result
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
  const uniqueProperties = (): string[] =>
    db
      .prepare('SELECT name FROM unique_properties')
      .all()
      .map(({ name }) => String(name))

  return {
    transaction,
    uniqueProperties,
    // SQLite would take `0501` and `501.0` for 501.
    byId: id => (/^[1-9]\d{0,15}$/.test(id) ? one('SELECT * FROM contacts WHERE id = ?', id) : undefined),
    byUniqueValue: (property, value) =>
      one(
        `SELECT * FROM contacts WHERE json_extract(properties, '$.${property}') = ? AND archived_at IS NULL ORDER BY id`,
        value,
      ),
    insert: (properties, at) =>
      written(
        one(
          'INSERT INTO contacts (properties, writes, created_at, updated_at) VALUES (?, 1, ?, ?) RETURNING *',
          JSON.stringify(properties),
          at,
          at,
        ),
      ),
    update: (id, properties, at) =>
      written(
        one(
          'UPDATE contacts SET properties = ?, writes = writes + 1, updated_at = ? WHERE id = ? RETURNING *',
          JSON.stringify(properties),
          at,
          id,
        ),
      ),
    archive: (id, at) => {
      db.prepare('UPDATE contacts SET archived_at = ?, updated_at = ? WHERE id = ?').run(at, at, id)
    },
    all: latest =>
      db
        .prepare('SELECT * FROM contacts WHERE archived_at IS NULL ORDER BY id DESC LIMIT ?')
        .all(latest ?? -1)
        .map(contactFrom)
        .reverse(),
    count: () => Number(db.prepare('SELECT count(*) AS n FROM contacts WHERE archived_at IS NULL').get()?.n),
    declareUnique(property) {
      db.prepare('INSERT OR IGNORE INTO unique_properties (name) VALUES (?)').run(property)
      db.exec(
        `CREATE INDEX IF NOT EXISTS contacts_by_${property}
           ON contacts (json_extract(properties, '$.${property}')) WHERE archived_at IS NULL`,
      )
    },
    forget() {
      const drops = uniqueProperties().map(property => `DROP INDEX IF EXISTS contacts_by_${property};`)
      transaction(() => db.exec(`${drops.join('')} DELETE FROM contacts; DELETE FROM unique_properties`))
    },
    close: () => db.close(),
  }
}
