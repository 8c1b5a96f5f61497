// The read index of a run: the migrations' own tables on Node's SQLite, behind D1's two calls that the product makes.

import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import { type ObjectStorage, objectStorage, tablesIn } from './object-storage.ts'
import type { VirtualTime } from './virtual-time.ts'

interface Bound {
  readonly statement: string
  readonly values: Parameters<ObjectStorage['exec']>[1]
}

export interface ReadIndexParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
}

export function readIndexOf({ time, dice, faults }: ReadIndexParts) {
  const storage = objectStorage('index')
  if (tablesIn(storage).length === 0) for (const statement of migrations()) storage.exec(statement, [])
  const write = (statements: readonly Bound[]) =>
    storage.transaction(() => {
      for (const { statement, values } of statements) storage.exec(statement, values)
    })
  let lastAt = 0
  return {
    storage,
    prepare: (statement: string) => ({ bind: (...values: Bound['values']): Bound => ({ statement, values }) }),
    batch: (statements: readonly Bound[]): Promise<void> =>
      new Promise((done, reject) => {
        const ms = faults.strikes('d1-slow') ? dice.between(20_000, 40_000) : dice.between(5, 40)
        // One writer: whatever comes later waits.
        lastAt = Math.max(lastAt, time.elapsed() + ms)
        time.after(lastAt - time.elapsed(), () => {
          if (faults.strikes('d1-down')) return reject(new Error('D1 is down'))
          if (faults.strikes('d1-lands-late')) {
            time.after(dice.between(10_000, 60_000), () => write(statements))
            return reject(new Error('D1 timed out'))
          }
          write(statements)
          if (faults.strikes('d1-answer-lost')) return reject(new Error('D1 lost the connection'))
          done()
        })
      }),
  }
}

let read: readonly string[] | undefined

function migrations(): readonly string[] {
  const folder = resolve(import.meta.dirname, '../migrations')
  read ??= readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map(file => readFileSync(resolve(folder, file), 'utf8').replace(/--.*$/gm, ''))
    .flatMap(text => text.split(';').filter(statement => statement.trim() !== ''))
  return read
}
