// What we may write into a field that another system keeps too: a lifecycle stage that sales sets, a phone somebody corrected.

/**
 * - `never`: theirs, whatever we know.
 * - `onlyWhenEmpty`: ours until they have a value.
 * - `whenPresent`: ours where we have a value. What fields do unless told otherwise.
 * - `always`: ours, and a blank of ours empties theirs. The only policy under which a blank erases, so it is the
 *   default only for the latest touch and the consent in force, which would be untrue in parts.
 */
export type OwnerPolicy = 'always' | 'never' | 'whenPresent' | 'onlyWhenEmpty'

export type OwnerWrite = { readonly kind: 'write'; readonly value: string } | { readonly kind: 'leave' }

/** @param theirs undefined when it is not known: then `onlyWhenEmpty` writes nothing, since it cannot see */
export function ownerWrite(policy: OwnerPolicy, ours: string | undefined, theirs: string | undefined): OwnerWrite {
  const value = ours?.trim() ?? ''
  const isTheirsEmpty = theirs !== undefined && theirs.trim() === ''
  switch (policy) {
    case 'never':
      return leave
    case 'onlyWhenEmpty':
      return value !== '' && isTheirsEmpty ? { kind: 'write', value } : leave
    case 'whenPresent':
      return value === '' || value === theirs ? leave : { kind: 'write', value }
    case 'always':
      return value === theirs ? leave : { kind: 'write', value }
  }
}

const leave: OwnerWrite = { kind: 'leave' }
