-- Who wrote an article as it stands: words that no machine passed are published by somebody else.
alter table campaign.article add column editor_person text;

update campaign.article set editor_person = author;

comment on column campaign.article.editor_person is 'A person''s id; gone when the account is erased.';
