-- A confirmed case whose unit no rule is certain of waits for a dispatcher.
insert into notification.template (key, version, title, text, stage, service, fields) values
('task.dispatch', 1, '新的派遣任务', '{place}的“{type}”（{number}）已核查属实，请派遣承办单位。', null, false, '{}');
