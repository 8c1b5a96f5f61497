// What somebody has to do about a delivery.

import { expect, test } from 'vitest'
import { nextAction } from './next-action.ts'
import { type DeliveryReason, deliveryStates } from './outcome.ts'

test.each<[DeliveryReason | null, string, string]>([
  [null, 'wait', 'redrive'],
  ['timeout', 'wait', 'redrive'],
  ['rate_limited', 'wait', 'redrive'],
  ['absent', 'wait', 'redrive'],
  ['unauthorized', 'fix_credentials', 'fix_credentials'],
  ['secret_missing', 'fix_credentials', 'fix_credentials'],
  ['misconfigured', 'fix_settings', 'fix_settings'],
  ['gone', 'fix_settings', 'fix_settings'],
  ['unknown_property', 'fix_field_map', 'fix_field_map'],
  ['too_large', 'fix_field_map', 'fix_field_map'],
  ['invalid_value', 'fix_lead', 'fix_lead'],
  ['missing_required', 'fix_lead', 'fix_lead'],
  ['refused', 'fix_lead', 'fix_lead'],
  ['unreadable_lead', 'restore_key', 'restore_key'],
  ['attempts_spent', 'redrive', 'redrive'],
])('for the reason %s: %s while it is pending, %s when it is parked', (reason, pending, parked) => {
  expect(nextAction({ state: 'pending', reason, isErasure: false })).toBe(pending)
  expect(nextAction({ state: 'parked', reason, isErasure: false })).toBe(parked)
})

test('is nothing for what has ended', () => {
  for (const state of deliveryStates.filter(one => one !== 'pending' && one !== 'parked')) {
    expect(nextAction({ state, reason: 'refused', isErasure: false })).toBe('none')
  }
})

test('is by hand where a destination does not erase', () => {
  expect(nextAction({ state: 'parked', reason: 'missing_required', isErasure: true })).toBe('erase_by_hand')
  expect(nextAction({ state: 'parked', reason: 'attempts_spent', isErasure: true })).toBe('redrive')
  expect(nextAction({ state: 'pending', reason: 'unauthorized', isErasure: true })).toBe('fix_credentials')
})
