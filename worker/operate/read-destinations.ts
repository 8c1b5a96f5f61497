// Destinations as operators see them: whether each is called, by which pace, and what it says when it is asked.

import type { Circuit } from '../../shared/delivery/circuit.ts'
import { deliverBudgetMsMax } from '../../shared/limits.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import type { DestinationCheck, Missing } from '../destinations/destination.ts'
import { bindDestination, settingsProblems } from '../destinations/registry.ts'
import { type Env, textBinding } from '../env.ts'
import { deliveryIo, tokensOf } from '../forward/delivery-io.ts'
import { paceOf } from '../forward/destination-pace.ts'
import { gateOf, ledgerOf } from '../platform/objects.ts'
import type { Site, SiteDestination } from '../receive/sites.ts'
import { sitesInOrder } from './read-lists.ts'

/** A destination by the names in its address. */
export interface Named {
  readonly site: string
  readonly id: string
}
interface Configured {
  readonly site: Site
  readonly destination: SiteDestination
}

/** All destinations of all sites. */
export const listDestinations = (env: Env) =>
  Promise.all(
    sitesInOrder(env).flatMap(site =>
      site.destinations.map(destination => showDestination(env, { site, destination })),
    ),
  )

async function showDestination(env: Env, { site, destination }: Configured) {
  const { id, kind, settings, readBack = 'sampled' } = destination
  const bound = bindDestination(kind, settings)
  const { calls, perSeconds, perDay = null } = paceOf(bound, destination)
  return {
    site: site.id,
    destination: id,
    kind,
    settingsAreValid: bound !== undefined,
    circuit: showCircuit(await gateOf(env, site, id).circuit()),
    pace: { calls, perSeconds, perDay },
    readBack: bound?.find ? readBack : 'never',
  }
}

export type ShownDestination = Awaited<ReturnType<typeof showDestination>>

interface ShownCircuit {
  readonly kind: Circuit['kind']
  readonly reason?: string
  readonly since?: string
  readonly until?: string
}

function showCircuit(circuit: Circuit): ShownCircuit {
  if (circuit.kind === 'closed') return { kind: circuit.kind }
  if (circuit.kind === 'open') return { kind: circuit.kind, until: isoTime(circuit.until) }
  const { kind, reason, since, until } = circuit
  // Paused by an operator it has no end.
  return { kind, reason, since: isoTime(since), ...(reason === 'operator' ? {} : { until: isoTime(until) }) }
}

/** Asks a destination whether all that it needs is there. Makes calls, and writes nothing. Undefined: no such destination. */
export async function checkDestination(env: Env, named: Named) {
  const found = find(env, named)
  if (!found) return undefined
  const { site, destination } = found
  const { id, kind, settings } = destination
  const shown = { site: site.id, destination: id, kind }
  const bound = bindDestination(kind, settings)
  if (!bound) {
    const check: DestinationCheck = { kind: 'blocked', reason: 'misconfigured' }
    return { ...shown, settings: { problems: settingsProblems(kind, settings) }, secrets: [], check, missing: [] }
  }
  const gate = gateOf(env, site, id)
  const io = deliveryIo(env, tokensOf(gate), AbortSignal.timeout(deliverBudgetMsMax))
  const { missing: told = [], ...check } = await bound.check(io)
  // Whoever asks has set something up or mended it: the next lead is held against the fields as they are now.
  if (bound.describe) await gate.refreshCatalog({ kind, settings }, true)
  const secrets = bound.secrets.map(name => ({ name, isPresent: textBinding(env, name) !== undefined }))
  const absent = secrets.flatMap(({ name, isPresent }): Missing[] =>
    isPresent ? [] : [{ what: 'secret', name, problem: 'absent' }],
  )
  return { ...shown, settings: { problems: [] }, secrets, check, missing: [...absent, ...told] }
}

/** Pauses a destination until it is resumed, or resumes it: then what has waited goes out at once. False: no such destination. */
export async function turnDestination(env: Env, named: Named, turn: 'pause' | 'resume'): Promise<boolean> {
  const found = find(env, named)
  if (!found) return false
  const { site, destination } = found
  if (turn === 'pause') await gateOf(env, site, destination.id).pause()
  else {
    await gateOf(env, site, destination.id).resume()
    await ledgerOf(env, site).hasten(destination.id)
  }
  return true
}

function find(env: Env, named: Named): Configured | undefined {
  const site = sitesInOrder(env).find(({ id }) => id === named.site)
  const destination = site?.destinations.find(({ id }) => id === named.id)
  return site && destination && { site, destination }
}
