-- Reports that are not anonymous show by what name their reporter calls themselves: the agreement says so from version 2 on.
insert into identity.privacy_agreement (district, version, title, text, published_at)
select district, 2, title,
       replace(
           replace(text, '版本：1', '版本：2'),
           '不包括您的姓名、昵称、手机号码和账号标识。',
           '不包括您的姓名、手机号码和账号标识；您填写了昵称且没有选择匿名的，还会显示您的昵称。'),
       '2026-11-24T00:00:00Z'
from identity.privacy_agreement
where district = '000000' and version = 1;
