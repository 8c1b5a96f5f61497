// The secrets of a local run: made at the first start, kept beside its state, worth nothing elsewhere.

import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface LocalSecrets {
  readonly KEYRING: string
  readonly INDEX_KEY: string
  readonly WEBHOOK_SECRET: string
}

/**
 * Reads the secrets from `file`, or makes them.
 * @param state what they have sealed, if anything: without the file it cannot be read any more
 */
export function localSecrets(file: string, state?: string): LocalSecrets {
  if (existsSync(file)) return readSecrets(file)
  if (state !== undefined && existsSync(state))
    throw new Error(
      `${file} is gone, and ${state} cannot be read without it. Put it back, or remove both and begin anew.`,
    )
  const secrets: LocalSecrets = {
    KEYRING: JSON.stringify({ current: 1, keys: { '1': randomBytes(32).toString('base64') } }),
    INDEX_KEY: randomBytes(32).toString('base64'),
    WEBHOOK_SECRET: `whsec_${randomBytes(32).toString('base64')}`,
  }
  mkdirSync(dirname(file), { recursive: true })
  // Whole or not at all: without them nothing that the run has kept can be read again.
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}

function readSecrets(file: string): LocalSecrets {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets
  } catch {
    throw new Error(
      `${file} is damaged. Put it back, or remove its whole folder and begin anew: nothing opens without it.`,
    )
  }
}

/** The hash under which an operator token is configured. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
