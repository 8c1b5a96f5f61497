// `npm run reproject`: rebuilds the read index from the ledgers, page by page, through the operator API.
// `npm run reproject -- --url https://leads.example.com --token …`; without arguments the local run.

import { operatorApi } from './operator-call.ts'

const pagesMax = 100_000
const call = operatorApi()

let cursor: string | null = null
let leads = 0
for (let page = 0; page < pagesMax; page += 1) {
  const answer: { leads: number; next: string | null } = await call('/v1/reproject', { cursor })
  leads += answer.leads
  cursor = answer.next
  if (cursor === null) break
}
console.log(`${leads} leads projected and filed under today's keys`)
