// `npm run reproject`: rebuilds the read index from the ledgers, page by page, through the operator API.
// `npm run reproject -- --url https://leads.example.com --token …`; without arguments the local run.

import { parseArgs } from 'node:util'

const pagesMax = 100_000
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://127.0.0.1:${process.env['PORT'] ?? 8787}` },
    token: { type: 'string', default: process.env['OPERATOR_TOKEN'] ?? 'local-operator' },
  },
})

let cursor: string | null = null
let leads = 0
for (let page = 0; page < pagesMax; page += 1) {
  const response = await fetch(`${values.url}/v1/reproject`, {
    method: 'POST',
    headers: { authorization: `Bearer ${values.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ cursor }),
  })
  if (!response.ok)
    throw new Error(`The Worker answered ${response.status}: is the address right, and may the token redrive?`)
  const answer = (await response.json()) as { leads: number; next: string | null }
  leads += answer.leads
  cursor = answer.next
  if (cursor === null) break
}
console.log(`${leads} leads projected`)
