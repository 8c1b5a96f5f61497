-- The read index: what lists and search need, projected from the ledgers. Nothing here is the truth, and all of it can
-- be dropped and rebuilt. Personal data is sealed; addresses and numbers are HMACs. docs/storage.md explains each column.
create table leads (
  lead_id text primary key,
  site_id text not null,
  status text not null,
  source text not null,
  medium text not null,
  campaign text,
  revision integer not null,
  created_at text not null,
  updated_at text not null,
  email_mac blob,
  phone_mac blob,
  summary blob not null
) without rowid;

create index leads_by_email on leads (email_mac) where email_mac is not null;
create index leads_by_phone on leads (phone_mac) where phone_mac is not null;
