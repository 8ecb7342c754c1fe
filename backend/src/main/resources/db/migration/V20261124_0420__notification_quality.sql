-- What is said when a case is done again, and the official answer in the closing notice.
insert into notification.template (key, version, title, text, stage, service, fields) values
('case.closed', 2, '已结案',
 '您上报的“{type}”（{number}）已经办结。[官方答复：{answer}]欢迎查看处置结果：问题解决了吗？您满意吗？如果没有解决，可以申请返工。', 'closed', false,
 '{"character_string1":"{number}","thing2":"{type}","phrase3":"已结案","time4":"{time}","thing5":"已办结，欢迎查看结果并评价"}'),
('case.redone', 1, '重新办理',
 '您上报的“{type}”（{number}）已重新立案，将由另一位经办人重新处置。办理进展会继续告诉您。', null, false, '{}'),
('case.reopened', 1, '案件返工',
 '[{unit}办理的]{place}的“{type}”（{number}）未彻底解决，已返工[：{reason}]。请安排另一位经办人重新处置。', null, true,
 '{"character_string1":"{number}","thing2":"{type}","thing3":"{place}","time4":"{time}","thing5":"未彻底解决，已返工，请换人重办"}'),
('task.redispatch', 1, '返工案件待派遣',
 '{place}的“{type}”（{number}）已返工[：{reason}]。请重新派遣[，原承办单位：{unit}]。', null, false, '{}');
