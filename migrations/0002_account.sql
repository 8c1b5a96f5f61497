-- The account of a lead: the HMAC of its company's domain. Without an index, which would be a fourth row for every lead: a
-- list of one account is read rarely, and reading over the leads of a site costs less than writing for each of them.
alter table leads add column account_mac blob;
