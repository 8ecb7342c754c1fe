insert into notification.template (key, version, title, text, stage, service, fields) values
('case.unmerged', 1, '恢复单独办理',
 '您上报的“{type}”（{number}）不再与其他案件合并，重新单独审核[：{reason}]。办理进展会继续告诉您。', null, false, '{}');
