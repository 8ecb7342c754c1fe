-- For who said "me too", and for the unit whose task is put on the shelf.
insert into notification.template (key, version, title, text, stage, service, fields) values
('case.followed', 1, '关注的案件有新进展',
 '您关注的{place}“{type}”（{number}）有新进展：{stage}。', null, false, '{}'),
('task.shelved', 1, '任务已挂账',
 '{place}的“{type}”（{number}）已挂账[：{reason}][，将于 {due} 前复查]，暂不计办理时限。', null, true,
 '{"character_string1":"{number}","thing2":"{type}","thing3":"{place}","time4":"{time}","thing5":"已挂账，暂缓处置"}');
