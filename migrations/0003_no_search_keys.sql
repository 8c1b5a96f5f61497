-- People are found by address and number in the ledgers, which know all of theirs, also those of merged leads. Here the keys
-- and their indexes were two more rows for each write.
drop index leads_by_email;
drop index leads_by_phone;
alter table leads drop column email_mac;
alter table leads drop column phone_mac;
