// What a local run is seeded with, and nothing else ever is: two sites, their keys, two operator tokens.

import { tokenHash } from './local-secrets.ts'

/** The key on the demo pages. */
export const demoKey = 'pk_live_demo'

/** `SITE_…` variables, operator tokens and the CRM's token. `demoChanges` are laid over the demo site's destination. */
export function seedBindings(crmUrl: string, demoChanges: object = {}) {
  const crm = {
    id: 'crm',
    kind: 'hubspot',
    settings: { baseUrl: crmUrl, secretName: 'LOCAL_CRM_TOKEN' },
    // A fault that somebody asks the stand-in for is meant for their lead, and not for a look at one before it.
    readBack: 'never',
  }
  return {
    SITE_DEMO: {
      id: 'demo',
      origins: ['https://www.site-a.example', 'http://127.0.0.1:*', 'http://localhost:*'],
      keys: [
        { key: demoKey },
        { key: 'pk_live_revoked', isRevoked: true },
        { key: 'pk_live_limited', requestsPerMinute: 60 },
      ],
      defaultCountry: 'BR',
      destinations: [{ ...crm, ...demoChanges }],
    },
    SITE_OTHER: {
      id: 'other',
      origins: ['https://www.site-b.example'],
      keys: [{ key: 'pk_live_other' }],
      defaultCountry: 'BR',
      destinations: [crm],
    },
    OPERATOR_TOKENS: JSON.stringify([
      {
        name: 'local-operator',
        sha256: tokenHash('local-operator'),
        scopes: ['read', 'redrive', 'release', 'merge', 'erase'],
      },
      { name: 'local-reader', sha256: tokenHash('local-reader'), scopes: ['read'] },
    ]),
    LOCAL_CRM_TOKEN: 'local-crm-token',
  }
}

/** The changes that `DEMO_DESTINATION` asks for, as JSON. Throws when it is no object. */
export function readChanges(text: string | undefined): object {
  const changes: unknown = JSON.parse(text || '{}')
  if (typeof changes === 'object' && changes !== null) return changes
  throw new Error('DEMO_DESTINATION must be a JSON object, as in SITE_DEMO.destinations[0]')
}
