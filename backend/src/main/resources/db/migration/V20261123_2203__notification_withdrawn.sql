-- What an item is about, so that what was said of it can be taken back.
alter table notification.item add column subject text;

update notification.item set subject = substring(link from 'id=([0-9]{6}-[0-9a-f]{32})') where template = 'article.published';

comment on column notification.item.subject is 'An id in its written form; null of older items that nobody takes back.';

-- Said in place of what people were told about the subject before, and to nobody else.
alter table notification.template add column replaces boolean not null default false;

insert into notification.template (key, version, title, text, stage, service, replaces, fields) values
('article.withdrawn', 2, '文章已撤回', '这篇文章已由发布者撤回。', null, false, true, '{}');
