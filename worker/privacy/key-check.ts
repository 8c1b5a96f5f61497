// Whether the deployment's own secrets can be used. Without them no lead is taken: whoever operates it has to be told which.

import type { Env } from '../env.ts'
import { mac } from './blind-index.ts'
import { seal } from './vault.ts'

const uses = {
  KEYRING: (env: Env): Promise<unknown> => seal(env, '', 'check'),
  INDEX_KEY: (env: Env): Promise<unknown> => mac(env, 'email', ''),
}
type SecretName = keyof typeof uses

/** The names of those that are missing or malformed. */
export async function unusableSecrets(env: Env): Promise<SecretName[]> {
  const names = Object.keys(uses) as SecretName[]
  const areUsable = await Promise.all(
    names.map(name =>
      uses[name](env).then(
        () => true,
        // What was thrown may show a part of the secret: its name is enough.
        () => false,
      ),
    ),
  )
  return names.filter((_, at) => !areUsable[at])
}
