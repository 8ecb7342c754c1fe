-- So that old news is found without reading all of it.
create index item_by_age on notification.item (at);
create index message_by_age on notification.message (begun_at);
