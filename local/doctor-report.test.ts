// What the doctor says of a destination.

import { expect, test } from 'vitest'
import { type Checked, isReady, reportOf, secretReportOf, siteReportOf } from './doctor-report.ts'

const checked = (more: Partial<Checked> = {}): Checked => ({
  site: 'demo',
  destination: 'crm',
  kind: 'hubspot',
  settings: { problems: [] },
  secrets: [{ name: 'HUBSPOT_TOKEN', isPresent: true }],
  check: { kind: 'ready', fields: ['email', 'phone'] },
  missing: [],
  ...more,
})

test('says in one line that all is there, and what is written', () => {
  expect(isReady(checked())).toBe(true)
  expect(reportOf(checked()).split('\n')).toEqual([
    'demo/crm (hubspot): ready',
    '  settings     valid',
    '  secrets      HUBSPOT_TOKEN set',
    '  credentials  work',
    '  fields       written: email, phone',
  ])
})

test('says each thing that is missing, and how', () => {
  const incomplete = checked({
    check: { kind: 'incomplete', fields: ['email'] },
    missing: [
      { what: 'field', name: 'lead_capture_id', problem: 'not_unique' },
      { what: 'field', name: 'lead_capture_note', problem: 'absent' },
    ],
  })
  expect(isReady(incomplete)).toBe(false)
  const report = reportOf(incomplete)
  expect(report).toContain('NOT READY')
  expect(report).toContain('wrong: lead_capture_id, lead_capture_note')
  expect(report).toContain('! field lead_capture_id does not forbid duplicate values')
  expect(report).toContain('! field lead_capture_note is missing')
})

test('says which setting is malformed, and nothing of credentials that were not tried', () => {
  const report = reportOf(
    checked({
      settings: { problems: ['baseUrl', ''] },
      secrets: [],
      check: { kind: 'blocked', reason: 'misconfigured' },
    }),
  )
  expect(report).toContain('malformed: baseUrl, (all)')
  expect(report).not.toContain('credentials')
})

test('says what a destination has answered to the credentials, and which scopes it wants', () => {
  const forbidden = checked({
    check: { kind: 'blocked', reason: 'forbidden', answer: { status: 403, codes: ['MISSING_SCOPES'] } },
    missing: [{ what: 'scope', name: 'crm.objects.contacts.read', problem: 'absent' }],
  })
  expect(reportOf(forbidden)).toContain('credentials  refused: forbidden (answered 403 MISSING_SCOPES)')
  expect(reportOf(forbidden)).toContain('scopes       missing: crm.objects.contacts.read')
  const unreachable = checked({ check: { kind: 'unreachable' } })
  expect(isReady(unreachable)).toBe(false)
  expect(reportOf(unreachable)).toContain('not checked: it cannot be reached')
})

test('is ready where credentials work and the fields cannot be read, and says so', () => {
  const unread = checked({ check: { kind: 'ready', notes: ['fields_unread'] } })
  expect(isReady(unread)).toBe(true)
  expect(reportOf(unread)).toContain('could not be read')
})

test('names a secret that is not set, and is not ready then', () => {
  const unset = checked({
    secrets: [{ name: 'HUBSPOT_TOKEN', isPresent: false }],
    check: { kind: 'blocked', reason: 'secret_missing' },
    missing: [{ what: 'secret', name: 'HUBSPOT_TOKEN', problem: 'absent' }],
  })
  expect(isReady(unset)).toBe(false)
  expect(reportOf(unset)).toContain('HUBSPOT_TOKEN NOT SET')
})

test('names a secret that cannot be used', () => {
  expect(secretReportOf('KEYRING')).toBe('KEYRING: MISSING OR MALFORMED, no lead is taken')
})

test('names the variable that is no site, and where it is wrong', () => {
  expect(siteReportOf({ variable: 'SITE_MAIN', at: ['keys.0.key', ''] })).toBe(
    'SITE_MAIN: NO SITE, none of its leads is taken\n  malformed    keys.0.key, (all: is it JSON?)',
  )
})
