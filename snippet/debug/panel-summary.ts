// The upper part of the panel: a button that sends a test lead, what became of the last lead, and the problems found.

import type { LeadCapture } from '../public-types.ts'
import { make, show } from './elements.ts'
import { issuesText } from './issues-text.ts'
import type { Overview } from './overview.ts'
import type { Send } from './sends.ts'
import type { Problem } from './tell.ts'
import { sendTestLead } from './test-lead.ts'
import { say } from './words.ts'

/** The upper part, and how to bring it up to date. */
export const makeSummary = (
  leadCapture: LeadCapture,
  hasKey: boolean,
): { readonly element: HTMLElement; show(overview: Overview): void } => {
  const found = make('div', '')
  const button = make('button', '', say('send'))
  const result = make('div', '')
  // It is read aloud when it changes.
  result.setAttribute('role', 'status')
  // Without a key there is nobody to send to.
  button.disabled = !hasKey
  let isBusy = false
  button.onclick = async () => {
    // Not `disabled`, which would take the focus away from who just pressed it.
    if (isBusy) return
    isBusy = true
    await sendTestLead(leadCapture)
    isBusy = false
  }
  return {
    element: make('div', 'top', button, make('p', 'm', say('note')), result, found),
    show: ({ sends, problems }) => {
      show(found, ...problemLines(problems))
      show(result, ...sends.slice(0, 1).flatMap(sendLines))
    },
  }
}

/** In English, as in the console, so that the two can be held together. */
const problemLines = (problems: readonly Problem[]) => {
  const list = make(
    'ul',
    '',
    ...problems.map(([code, text, advice]) =>
      make('li', '', make('p', '', make('b', '', code), ` ${text}`), make('p', 'm', advice)),
    ),
  )
  list.lang = 'en'
  return [
    problems.length ? make('p', 'hm', `⚠ ${say('problems')}: ${problems.length}`) : make('p', 'ok', `✓ ${say('fine')}`),
    list,
  ]
}

const sendLines = ({ id, form, status, issues, ms }: Send) => [
  make('h3', '', `${say('lastSend')}: ${form}`),
  make('p', /acc|dup/.test(status) ? 'ok' : 'hm', say(status), ms ? ` · ${ms} ms` : ''),
  make('p', 'm', make('code', '', id)),
  make('p', '', issuesText(issues)),
]
