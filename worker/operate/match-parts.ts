// What two leads have in common, on the page of possible duplicates and on the page of a lead.

import { html } from 'hono/html'
import type { MatchReason } from '../../shared/identity/match-decision.ts'
import type { LinkDecision } from '../ledger/links.ts'
import type { ShownMatch } from './read-matches.ts'
import { type Html, link, number, type View } from './view.ts'
import type { Word } from './words.ts'

/** Every reason in a list, the weightiest first; what held a pair back comes last. */
export function reasonList(view: View, reasons: readonly MatchReason[]): Html {
  const ordered = reasons.toSorted((x, y) => weight(y) - weight(x))
  return html`<ul class="reasons">${ordered.map(reason => html`<li>${sayReason(view, reason)}</li>`)}</ul>`
}

const weight = (reason: MatchReason) => (reason.kind === 'evidence' ? reason.bits : Number.NEGATIVE_INFINITY)

function sayReason(view: View, reason: MatchReason): Html {
  if (reason.kind === 'held') return html`<strong>${view.say('heldBack')}:</strong> ${view.sayValue(reason.why)}`
  const bits = `${reason.bits > 0 ? '+' : ''}${number(view, Math.round(reason.bits * 10) / 10)}`
  return html`${view.sayValue(reason.signal)}: ${view.sayValue(`found_${reason.finding}`)}
<span class="quiet">(${bits} bits)</span>`
}

const decisions: Readonly<Record<ShownMatch['state'], readonly (readonly [LinkDecision, Word])[]>> = {
  review: [
    ['accept', 'onePerson'],
    ['reject', 'twoPeople'],
  ],
  merge: [['reject', 'twoPeople']],
  accepted: [['undo', 'undo']],
  rejected: [['undo', 'undo']],
}

/** A form of one button for each thing that can be said of the pair, for who may. `from` is where they lead back to. */
export function decisionForms(view: View, match: Pick<ShownMatch, 'id' | 'state'>, from: string): Html | string {
  if (!view.operator?.scopes.includes('merge')) return ''
  const forms = decisions[match.state].map(([decision, word]) => {
    const action = link(view, `/app/matches/${match.id}/${decision}`, { from })
    return html`<form method="post" action="${action}"><button type="submit">${view.say(word)}<span class="unseen">: ${
      match.id
    }</span></button></form>`
  })
  return html`<div class="inline">${forms}</div>`
}

/** Says that a word about two leads was taken, on the page that its form led back to. */
export const decidedNotice = (view: View): Html | string =>
  view.url.searchParams.get('notice') === 'decided'
    ? html`<p class="notice" role="status">${view.say('decided')}</p>`
    : ''
