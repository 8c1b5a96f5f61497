// Every destination the product knows. Adding one: its file, and its line here.

import { type BoundDestination, bind, type Destination } from './destination.ts'
import { hubspot } from './hubspot.ts'
import { webhook } from './webhook.ts'

const binders = {
  hubspot: binder(hubspot),
  webhook: binder(webhook),
} as const satisfies Record<string, (settings: unknown) => BoundDestination | undefined>

export type DestinationKind = keyof typeof binders
export const destinationKinds = ['hubspot', 'webhook'] as const satisfies readonly DestinationKind[]

/** The destination of a kind with its settings; undefined when the settings are malformed. */
export const bindDestination = (kind: DestinationKind, settings: unknown): BoundDestination | undefined =>
  binders[kind](settings)

function binder<Settings, Prepared>(destination: Destination<Settings, Prepared>) {
  return (settings: unknown): BoundDestination | undefined => {
    const parsed = destination.settings.safeParse(settings)
    return parsed.success ? bind(destination, parsed.data) : undefined
  }
}
