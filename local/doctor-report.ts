// What the doctor prints of one destination. Pure.

/** The answer of `GET /v1/destinations/:site/:id/check`. */
export interface Checked {
  readonly site: string
  readonly destination: string
  readonly kind: string
  /** Paths of settings that are malformed. */
  readonly settings: { readonly problems: readonly string[] }
  readonly secrets: readonly { readonly name: string; readonly isPresent: boolean }[]
  readonly check: {
    readonly kind: string
    readonly reason?: string
    readonly fields?: readonly string[]
    readonly notes?: readonly string[]
    readonly answer?: { readonly status?: number; readonly codes?: readonly string[] }
  }
  readonly missing: readonly { readonly what: string; readonly name: string; readonly problem: string }[]
}

/** A `SITE_…` variable that is no site: none of its leads is taken. */
export interface MalformedSite {
  readonly variable: string
  /** Paths of what is wrong in it; an empty one is the whole. */
  readonly at: readonly string[]
}

/** Of a secret of the deployment itself, by its name. */
export const secretReportOf = (name: string): string => `${name}: MISSING OR MALFORMED, no lead is taken`

/** A line, and one of what is wrong. */
export const siteReportOf = ({ variable, at }: MalformedSite): string =>
  `${variable}: NO SITE, none of its leads is taken\n  malformed    ${at.map(path => path || '(all: is it JSON?)').join(', ')}`

const problems: Readonly<Record<string, string>> = {
  absent: 'is missing',
  malformed: 'cannot be used as it is',
  read_only: 'cannot be written',
  wrong_type: 'is of another kind than what is written to it',
  not_unique: 'does not forbid duplicate values',
  not_written: 'is required, and nothing is written to it',
}

/** Whether leads can be delivered whole. */
export const isReady = ({ check, missing }: Checked): boolean => check.kind === 'ready' && missing.length === 0

/** A block of lines, the first of which says whether anything is wrong. */
export function reportOf(checked: Checked): string {
  const { site, destination, kind, settings, secrets, check, missing } = checked
  const areValid = settings.problems.length === 0
  const of = (what: string) => missing.filter(one => one.what === what)
  const wrong = missing.map(one => `  ! ${one.what} ${one.name} ${problems[one.problem] ?? one.problem}`)
  const lines = [
    `${site}/${destination} (${kind}): ${isReady(checked) ? 'ready' : 'NOT READY'}`,
    `  settings     ${areValid ? 'valid' : `malformed: ${settings.problems.map(path => path || '(all)').join(', ')}`}`,
    ...(secrets.length > 0 ? [`  secrets      ${secrets.map(secretWord).join(', ')}`] : []),
    ...(areValid ? [`  credentials  ${credentialsWord(check)}`] : []),
    ...(of('scope').length > 0 ? [`  scopes       missing: ${names(of('scope'))}`] : []),
    ...(check.notes?.includes('fields_unread')
      ? ['  fields       could not be read with these credentials: nobody knows what is missing']
      : []),
    ...(check.fields?.length ? [`  fields       written: ${check.fields.join(', ')}`] : []),
    ...(of('field').length > 0 ? [`               wrong: ${names(of('field'))}`] : []),
  ]
  return [...lines, ...wrong].join('\n')
}

const names = (missing: Checked['missing']) => missing.map(({ name }) => name).join(', ')

const secretWord = ({ name, isPresent }: Checked['secrets'][number]) => `${name} ${isPresent ? 'set' : 'NOT SET'}`

function credentialsWord({ kind, reason, answer }: Checked['check']): string {
  const said = [answer?.status, ...(answer?.codes ?? [])].filter(one => one !== undefined).join(' ')
  const after = said ? ` (answered ${said})` : ''
  if (kind === 'blocked') return `refused: ${reason}${after}`
  return kind === 'unreachable' ? `not checked: it cannot be reached${after}` : 'work'
}
