// Every destination the product knows. Adding one: its file, and its line here.

import { activeCampaign } from './active-campaign.ts'
import { attio } from './attio.ts'
import { type BoundDestination, bind, type Destination } from './destination.ts'
import { hubspot } from './hubspot.ts'
import { logDestination } from './log-destination.ts'
import { pipedrive } from './pipedrive.ts'
import { rdStation } from './rd-station.ts'
import { salesforce } from './salesforce.ts'
import { webhook } from './webhook.ts'
import { zoho } from './zoho.ts'

const destinations = {
  'active-campaign': listed(activeCampaign),
  attio: listed(attio),
  hubspot: listed(hubspot),
  log: listed(logDestination),
  'rd-station': listed(rdStation),
  pipedrive: listed(pipedrive),
  salesforce: listed(salesforce),
  webhook: listed(webhook),
  zoho: listed(zoho),
} as const satisfies Record<string, Listed>

export type DestinationKind = keyof typeof destinations
export const destinationKinds = [
  'active-campaign',
  'attio',
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
  destinations[kind].bind(settings)

/** The paths of settings that are malformed: none when they can be used. */
export const settingsProblems = (kind: DestinationKind, settings: unknown): readonly string[] =>
  destinations[kind].problems(settings)

interface Listed {
  readonly bind: (settings: unknown) => BoundDestination | undefined
  readonly problems: (settings: unknown) => readonly string[]
}

function listed<Settings, Prepared>(destination: Destination<Settings, Prepared>): Listed {
  return {
    bind: settings => {
      const parsed = destination.settings.safeParse(settings ?? {})
      return parsed.success ? bind(destination, parsed.data) : undefined
    },
    problems: settings => {
      const issues = destination.settings.safeParse(settings ?? {}).error?.issues ?? []
      return issues.slice(0, settingsProblemsMax).map(({ path }) => path.join('.'))
    },
  }
}

const settingsProblemsMax = 20
