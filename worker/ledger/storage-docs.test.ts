// docs/storage.md says of every column what it holds and for how long: a column that nobody has described is not stored.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ledgerOf } from '../../test/support/node-ledger.ts'

const described = readFileSync('docs/storage.md', 'utf8')

/** The rows of the table under the heading of a ledger's table. */
const sectionOf = (table: string) => described.split(/^### /m).find(section => section.startsWith(`\`${table}\``)) ?? ''

test('every column of the ledger is described under its table', () => {
  const ledger = ledgerOf()
  const tables = ledger.all<{ name: string }>(
    "select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and name not like 'schema%'",
  )
  expect(tables.length).toBeGreaterThan(5)
  const missing = tables.flatMap(({ name }) =>
    ledger
      .all<{ name: string }>(`select name from pragma_table_info('${name}')`)
      .filter(column => !sectionOf(name).includes(`\`${column.name}\``))
      .map(column => `${name}.${column.name}`),
  )
  expect(missing).toEqual([])
})
