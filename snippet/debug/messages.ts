// Everything that the console may say: a code, what was seen, why, and what to do. docs/debug.md shows the same table,
// and a test holds the two together. A code keeps its meaning; a message that goes leaves a gap.
// Names in braces are replaced by what was found. None of them is ever a value that a person typed.

/** One line of the console. */
export interface Message {
  readonly text: string
  readonly cause: string
  readonly fix: string
  readonly isProblem: boolean
}

/** Worth a warning, and a place in the panel. */
const problem = (text: string, cause: string, fix: string): Message => ({ text, cause, fix, isProblem: true })
/** The course of events, with what explains it where it may surprise. */
const step = (text: string, cause = '', fix = ''): Message => ({ text, cause, fix, isProblem: false })

const mean = 'Did you mean {nearest}?'
const tag = 'Add data-lead to capture it.'
const again = 'It is sent again.'

export const messages = {
  LC01: problem('no site key', 'Nothing is captured.', 'Add data-key="pk_live_…" to the script.'),
  LC02: step('started: leads go to {endpoint}, consent is {mode}'),
  LC03: problem('script loaded {count} times', 'The first counts.', 'Keep one.'),
  LC04: problem(
    'Content-Security-Policy blocks {blocked}',
    'It lacks the collector.',
    'Add {endpoint} to {directive}.',
  ),
  LC05: problem('unknown data-auto {name}', 'All forms are captured.', 'Did you mean off?'),
  LC10: step('form {form}: a lead form, {count} fields captured'),
  LC11: step('form {form} not captured: ignored', 'It is under data-lead-ignore.'),
  LC12: step('form {form} not captured: untagged', 'The script has data-auto="off".', tag),
  LC13: step('form {form} not captured: login', 'It is for people who are known.', tag),
  LC14: step('form {form} not captured: search', 'It asks for no address.', tag),
  LC15: problem('several forms named {form}', 'Their leads look the same.', 'Give each a data-lead.'),
  LC16: step('form {form} not captured: unsubscribe', 'Who leaves a list is no lead.', tag),
  LC20: problem('unknown attribute {name}', 'It does nothing.', mean),
  LC21: problem('unknown data-lead-field {name}', 'It is kept as your own field.', mean),
  LC22: problem('consent box {name} without a policy', 'It proves little.', 'Add data-lead-policy.'),
  LC23: problem('unknown data-lead-fill {name}', 'It stays empty.', mean),
  LC24: problem('data-lead {name} on no form', 'It does nothing.', 'Put it on the form.'),
  LC30: step('captured {form}, id {id}'),
  LC31: step('held, id {id}', 'Consent is required, and {state}.', 'It goes when consent is granted.'),
  LC32: step('accepted in {ms} ms, id {id}'),
  LC33: step('duplicate, id {id}', 'The collector has it.'),
  LC34: problem('accepted with issues: {issues}', 'A value does not fit its field.', 'Check data-lead-field.'),
  LC35: problem('rejected ({status}): {issues}', 'There is no lead in it.', 'It needs an e-mail or a phone.'),
  LC36: problem('rejected (403): origin refused', 'The site lacks {origin}.', 'Add it: scheme, host, port.'),
  LC37: problem('rejected (401): key refused', 'It is unknown or revoked.', 'Correct data-key.'),
  LC40: step('not confirmed: offline', '', again),
  LC41: problem(
    'not confirmed: no readable answer',
    'Origin or key is unknown, or an extension blocks it.',
    `Check these. ${again}`,
  ),
  LC42: problem('not confirmed: {endpoint} out of reach', 'It is down or blocked.', `Open {endpoint}/lc.js. ${again}`),
  LC43: problem('not confirmed: status {status}', 'It is down or busy.', again),
  LC50: step('consent is {state}, source {source}'),
} as const

export type MessageCode = keyof typeof messages
