// Where a lead came from and what the person allowed, as parts of the lead's page. Addresses are shown as text: a link
// would tell the other side who is looking at it.

import { html } from 'hono/html'
import type { ConsentRecord } from '../../shared/lead/consent.ts'
import type { ShownLead } from './read-leads.ts'
import { facts, table } from './table.ts'
import { badge, type Html, time, type View } from './view.ts'

type Touch = ShownLead['touchpoints'][number]

/** The original and the latest touch side by side, then all touches. */
export function attributionPart(view: View, lead: ShownLead): Html {
  const { original, latest } = lead.attribution
  const shownOf = (touch: Touch | null, show: (touch: Touch) => unknown) => (touch ? show(touch) : '')
  const sides = table(view, {
    caption: view.say('attribution'),
    rows: touchFacts(view),
    columns: [
      { head: view.say('field'), cell: row => row.name },
      { head: view.say('original'), cell: row => shownOf(original, row.show) },
      { head: view.say('latest'), cell: row => shownOf(latest, row.show) },
    ],
  })
  const all = table(view, {
    caption: view.say('touchpoints'),
    rows: lead.touchpoints,
    columns: touchFacts(view).map(({ name, show }) => ({ head: name, cell: show })),
  })
  return html`${sides}
<details><summary>${view.say('touchpoints')} (${lead.touchpoints.length})</summary>${all}</details>`
}

function touchFacts(view: View): { name: string; show: (touch: Touch) => unknown }[] {
  return [
    { name: view.say('time'), show: touch => time(touch.at) },
    { name: view.say('source'), show: touch => touch.source },
    { name: view.say('medium'), show: touch => touch.medium },
    { name: view.say('campaign'), show: touch => touch.campaign },
    { name: view.say('channel'), show: touch => touch.channel },
    { name: 'utm_term', show: touch => touch.utm_term },
    { name: 'utm_content', show: touch => touch.utm_content },
    { name: view.say('landingPage'), show: touch => touch.landingPage },
    { name: view.say('referrer'), show: touch => touch.referrer },
    { name: view.say('clickIds'), show: touch => pairs(touch.clickIds ?? {}) },
  ]
}

/** What holds now, with the text that was shown, then every record. */
export function consentPart(view: View, lead: ShownLead): Html {
  const { consent } = lead
  const all = table(view, {
    caption: view.say('consents'),
    rows: lead.consents,
    columns: [
      { head: view.say('time'), cell: row => time(row.at) },
      { head: view.say('state'), cell: row => badge(view, row.state) },
      { head: view.say('source'), cell: row => row.source },
      { head: view.say('channels'), cell: row => channels(view, row) },
      { head: view.say('consentText'), cell: row => row.text },
      { head: view.say('policy'), cell: row => row.policyUrl },
      { head: view.say('policyVersion'), cell: row => row.policyVersion },
      { head: view.say('consentRaw'), cell: row => row.raw },
    ],
  })
  return html`${consent ? consentFacts(view, consent) : ''}
<details><summary>${view.say('consents')} (${lead.consents.length})</summary>${all}</details>`
}

const consentFacts = (view: View, consent: ConsentRecord): Html =>
  facts([
    [view.say('state'), badge(view, consent.state)],
    [view.say('source'), consent.source],
    [view.say('time'), time(consent.at)],
    [view.say('channels'), channels(view, consent)],
    [view.say('consentText'), consent.text],
    [view.say('policy'), consent.policyUrl],
    [view.say('policyVersion'), consent.policyVersion],
    [view.say('consentRaw'), consent.raw],
    [view.say('gpc'), consent.gpc === undefined ? undefined : view.say(consent.gpc ? 'yes' : 'no')],
  ])

const channels = (view: View, consent: ConsentRecord): string =>
  Object.entries(consent.channels)
    .map(([channel, isGranted]) => `${channel}: ${view.say(isGranted ? 'yes' : 'no')}`)
    .join(', ')

const pairs = (values: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value ?? ''}`)
    .join(' ')
