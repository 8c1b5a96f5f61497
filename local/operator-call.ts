// What the commands that call the operator API have in common: where it is, by which token, and one sentence when it fails.

import { parseArgs } from 'node:util'

/** Calls the operator API that the arguments name; without arguments that of the local run. Ends the process when it fails. */
export function operatorApi(): <Answer>(path: string, body?: unknown) => Promise<Answer> {
  const { url, token } = readArguments()
  return async <Answer>(path: string, body?: unknown) => {
    const response = await fetch(`${url}${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    }).catch(() => end(`Nobody answers at ${url}: is the address right, and does the Worker run?`))
    if (!response.ok)
      end(`The Worker answered ${response.status}: is the address right, and has the token the scope for it?`)
    // The operator API's own answer.
    return (await response.json()) as Answer
  }
}

function readArguments(): { url: string; token: string } {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string', default: `http://127.0.0.1:${process.env['PORT'] ?? 8787}` },
        token: { type: 'string', default: process.env['OPERATOR_TOKEN'] ?? 'local-operator' },
      },
    })
    const { origin, protocol } = new URL(values.url)
    if (/^https?:$/.test(protocol)) return { url: origin, token: values.token }
  } catch {
    // An option that there is none of, or no address: told below.
  }
  return end('Usage: --url https://leads.example.com --token …; without them the local run is asked.')
}

function end(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
