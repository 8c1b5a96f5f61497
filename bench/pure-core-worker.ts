// The pure core inside the runtime that it is for. Does what the path asks for as often as `count` says; time is taken from
// outside, because the runtime's clock stands still while a request computes.

import { blockKeys } from '../shared/identity/block-keys.ts'
import { emailMatchKey, phoneMatchKey } from '../shared/identity/match-keys.ts'
import { matchLeads } from '../shared/identity/match-leads.ts'
import { prepareLead } from '../shared/identity/prepare-lead.ts'
import { parseSiteId } from '../shared/ids.ts'
import { buildSubmission } from '../shared/lead/build-submission.ts'
import { aLead } from './a-lead.ts'
import { candidatesOf } from './candidate-pairs.ts'
import { sentOf } from './sent-lead.ts'
import { somePeople } from './some-people.ts'

const peopleCount = 600

/** Leads as they come, and nothing done with them: what `build` has to be held against. */
function make(count: number): number {
  let fields = 0
  for (let at = 0; at < count; at += 1) fields += Object.keys(sentOf(aLead().body).fields).length
  return fields
}

/** Maps, normalizes, attributes, and makes the texts of all keys. */
function build(count: number): number {
  const siteId = parseSiteId('bench')
  if (!siteId) throw new Error('no site id')
  let keys = 0
  for (let at = 0; at < count; at += 1) {
    const { id, body } = aLead()
    const built = buildSubmission(sentOf(body), { id, siteId, defaultCountry: 'BR', receivedAt: Date.now() })
    if (!built.ok) throw new Error('a lead was not built')
    const { profile } = built.value
    if (profile.email && emailMatchKey(profile.email)) keys += 1
    if (profile.phone && phoneMatchKey(profile.phone)) keys += 1
    keys += blockKeys(prepareLead(profile)).length
  }
  return keys
}

let pairs: ReturnType<typeof candidatePairs> | undefined

function candidatePairs() {
  const leads = somePeople(peopleCount).map(prepareLead)
  return candidatesOf(leads).flatMap((others, at) =>
    [...others].flatMap(other => {
      const [a, b] = [leads[at], leads[other]]
      return a && b ? [{ a, b }] : []
    }),
  )
}

/** Compares pairs that share a block key. */
function match(count: number): number {
  pairs ??= candidatePairs()
  let matches = 0
  for (let at = 0; at < count; at += 1) {
    const pair = pairs[at % pairs.length]
    if (pair && matchLeads(pair.a, pair.b).outcome === 'match') matches += 1
  }
  return matches
}

const works: Readonly<Record<string, (count: number) => number>> = { '/make': make, '/build': build, '/match': match }

export default {
  fetch(request: Request): Response {
    const { pathname, searchParams } = new URL(request.url)
    const work = works[pathname]
    return work ? Response.json(work(Number(searchParams.get('count')))) : new Response(null, { status: 404 })
  },
}
