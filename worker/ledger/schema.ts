// The tables of one site's ledger. docs/storage.md says of every column whether it is personal data and until when.
// Steps are append-only: a ledger that exists runs the ones it has not seen.

import type { LedgerPort } from './port.ts'

// WITHOUT ROWID: a text key otherwise costs a second row per insert, and rows written are the price of a ledger.
const steps: readonly (readonly string[])[] = [
  [
    `create table submissions (
      id text primary key,
      state text not null check (state in ('lead', 'spam', 'erased')),
      lead_id text,
      body_mac blob not null,
      occurred_at integer not null,
      received_at integer not null,
      accepted_at integer not null,
      issues text not null,
      spam_reason text,
      key_version integer,
      wrapped_key blob,
      sealed blob
    ) without rowid`,
    `create index submissions_spam on submissions (accepted_at) where state = 'spam'`,
    `create table leads (
      id text primary key,
      revision integer not null,
      created_at integer not null,
      updated_at integer not null,
      erased_at integer,
      folded text not null,
      key_version integer,
      wrapped_key blob
    ) without rowid`,
    `create table match_keys (
      kind text not null,
      mac blob not null,
      owner_id text not null,
      primary key (kind, mac, owner_id)
    ) without rowid`,
    `create table deliveries (
      id text primary key,
      lead_id text not null,
      destination_id text not null,
      state text not null check (state in ('pending', 'delivered', 'parked', 'erased')),
      is_erasure integer not null default 0,
      due_at integer,
      owed_since integer not null,
      wanted_revision integer not null,
      delivered_revision integer not null default 0,
      delivered_at integer,
      attempts_made integer not null default 0,
      lease_token text,
      lease_until integer,
      is_ambiguous integer not null default 0,
      reason text,
      record_id text,
      history text not null default '[]'
    ) without rowid`,
    // due_at: when the row next needs the ledger. It stays until the final state has reached the read index.
    `create index deliveries_due on deliveries (due_at) where due_at is not null`,
    `create index deliveries_parked on deliveries (id) where state = 'parked'`,
    `create table quarantine (
      id text primary key,
      reason text not null,
      received_at integer not null,
      content_type text not null,
      key_version integer not null,
      wrapped_key blob not null,
      sealed blob not null
    ) without rowid`,
    `create index quarantine_by_reason on quarantine (reason, received_at)`,
    `create table erasures (
      id text primary key,
      requested_at integer not null,
      leads integer not null
    ) without rowid`,
  ],
  // Leads that are one person: `merged_into` names the lead that stands for all of them. What a submission joined it
  // stays with, so that a merge can be undone.
  [
    'alter table leads add column merged_into text',
    // HMACs of the block keys of all its submissions, 8 bytes each.
    'alter table leads add column block_keys blob',
    'create index leads_merged on leads (merged_into) where merged_into is not null',
    `create table links (
      a text not null,
      b text not null,
      state text not null check (state in ('merge', 'review', 'accepted', 'rejected')),
      because text,
      score real not null,
      bits real not null,
      reasons text not null,
      found_at integer not null,
      decided_at integer,
      primary key (a, b)
    ) without rowid`,
    'create index links_by_b on links (b)',
    `create index links_review on links (a, b) where state = 'review'`,
    // SQLite changes no check: the table is made anew, with one state more, and with what paces and checks need.
    `create table deliveries_2 (
      id text primary key,
      lead_id text not null,
      destination_id text not null,
      state text not null check (state in ('pending', 'delivered', 'parked', 'merged', 'erased')),
      is_erasure integer not null default 0,
      is_low_intent integer not null default 0,
      needs_check integer not null default 0,
      checked_at integer,
      due_at integer,
      owed_since integer not null,
      wanted_revision integer not null,
      delivered_revision integer not null default 0,
      delivered_at integer,
      attempts_made integer not null default 0,
      lease_token text,
      lease_until integer,
      is_ambiguous integer not null default 0,
      reason text,
      record_id text,
      history text not null default '[]'
    ) without rowid`,
    `insert into deliveries_2 (id, lead_id, destination_id, state, is_erasure, due_at, owed_since, wanted_revision,
        delivered_revision, delivered_at, attempts_made, lease_token, lease_until, is_ambiguous, reason, record_id, history)
      select id, lead_id, destination_id, state, is_erasure, due_at, owed_since, wanted_revision, delivered_revision,
        delivered_at, attempts_made, lease_token, lease_until, is_ambiguous, reason, record_id, history from deliveries`,
    'drop table deliveries',
    'alter table deliveries_2 rename to deliveries',
    'create index deliveries_due on deliveries (is_low_intent, due_at) where due_at is not null',
    `create index deliveries_parked on deliveries (id) where state = 'parked'`,
  ],
]

/** Brings the tables up to date. Called once when a ledger wakes. */
export function migrate(port: LedgerPort): void {
  port.all('create table if not exists schema_steps (step integer primary key)')
  const done = port.all<{ steps: number }>('select count(*) as steps from schema_steps')[0]?.steps ?? 0
  port.transaction(() => {
    for (let step = done; step < steps.length; step += 1) {
      for (const statement of steps[step] ?? []) port.all(statement)
      port.all('insert into schema_steps (step) values (?)', step)
    }
  })
}
