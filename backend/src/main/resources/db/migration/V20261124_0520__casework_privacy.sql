-- What the public reads of a case has no numbers by which somebody could be found: of phones, identity and bank cards, plates, WeChat,
-- QQ, and no address of mail. In the database, so that search, lists and every case that is there already follow one rule.
create function casework.masked(words text) returns text
    language sql immutable parallel safe strict
    return
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        translate(words,
            '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
            '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
        '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+', '***', 'g'),
        '((微信|薇信|威信|vx|wx|v信|加v|weixin|wechat)(号|id)?[[:space:]:：是为]*)[a-z][-_a-z0-9]{5,19}', '\1***', 'gi'),
        '((qq|扣扣)(号|群|群号)?[[:space:]:：是为]*)[0-9]{5,12}', '\1***', 'gi'),
        '(?<![0-9])[0-9]( ?[0-9]){14,18}[xX]?(?![0-9])', '***', 'g'),
        '(?<![0-9])(\+?86[- ]?)?1[3-9]([- .·]?[0-9]){9}(?![0-9])', '***', 'g'),
        '(?<![0-9])[(（]?0[0-9]{2,3}[)）]?[- ]?[0-9]{7,8}(?![0-9])', '***', 'g'),
        '((电话|手机|座机|号码|致电|拨打)[[:space:]:：是为号码]*)[0-9][0-9-]{6,12}|[一二三四五六七八九零〇幺]{11}', '\1***', 'g'),
        '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-Za-z][ ·•.-]?(?=[A-Za-z]*[0-9])[A-Za-z0-9]{4,6}[挂学警港澳领]?',
        '***', 'g');

alter table casework.case_file
    add column hidden_from_handlers boolean not null default false,
    add column edited_description text,
    add column edited_by_person text,
    add column edited_at timestamptz;

alter table casework.case_file
    add column public_description text not null
        generated always as (casework.masked(coalesce(edited_description, description))) stored,
    add column public_address text not null generated always as (casework.masked(address)) stored,
    add column public_grams text[] not null
        generated always as (casework.grams(
            casework.masked(coalesce(edited_description, description)) || ' ' || casework.masked(address) || ' ' || area_name)) stored;

comment on column casework.case_file.hidden_from_handlers is 'The reporter asked that the unit that handles it does not learn who they are.';
comment on column casework.case_file.edited_description is 'What a reviewer wrote for the public instead; the original stays for staff and the reporter.';

create index case_file_public_grams on casework.case_file using gin (public_grams) where shown;

create index case_file_editor on casework.case_file (edited_by_person) where edited_by_person is not null;
