// Every destination the product knows. Adding one: its file, and its line here.

import { activeCampaign } from './active-campaign.ts'
import { type BoundDestination, bind, type Destination } from './destination.ts'
import { hubspot } from './hubspot.ts'
import { logDestination } from './log-destination.ts'
import { pipedrive } from './pipedrive.ts'
import { rdStation } from './rd-station.ts'
import { salesforce } from './salesforce.ts'
import { webhook } from './webhook.ts'
import { zoho } from './zoho.ts'

const binders = {
  'active-campaign': binder(activeCampaign),
  hubspot: binder(hubspot),
  log: binder(logDestination),
  'rd-station': binder(rdStation),
  pipedrive: binder(pipedrive),
  salesforce: binder(salesforce),
  webhook: binder(webhook),
  zoho: binder(zoho),
} as const satisfies Record<string, (settings: unknown) => BoundDestination | undefined>

export type DestinationKind = keyof typeof binders
export const destinationKinds = [
  'active-campaign',
  'hubspot',
  'log',
  'rd-station',
  'pipedrive',
  'salesforce',
  'webhook',
  'zoho',
] as const satisfies readonly DestinationKind[]

/** The destination of a kind with its settings; undefined when the settings are malformed. */
export const bindDestination = (kind: DestinationKind, settings: unknown): BoundDestination | undefined =>
  binders[kind](settings)

function binder<Settings, Prepared>(destination: Destination<Settings, Prepared>) {
  return (settings: unknown): BoundDestination | undefined => {
    const parsed = destination.settings.safeParse(settings)
    return parsed.success ? bind(destination, parsed.data) : undefined
  }
}
