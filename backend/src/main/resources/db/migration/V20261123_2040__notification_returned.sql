-- A task sent back by its unit reaches the dispatchers by template message as well.
insert into notification.template (key, version, title, text, stage, service, fields) values
('case.returned', 2, '任务被退回',
 '[{unit}]退回了{place}的“{type}”（{number}）[，原因：{reason}]。请重新派遣。', null, true,
 '{"character_string1":"{number}","thing2":"{type}","thing3":"{place}","time4":"{time}","thing5":"任务被退回，请重新派遣[：{reason}]"}');
