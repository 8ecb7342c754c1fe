-- What is said around proposals of the working group.
insert into notification.template (key, version, title, text, stage, service, fields) values
('proposal.opened', 1, '规则修订待审批',
 '“{name}”已提交审批，拟于 {date} 生效。请查看改动后审批。', null, true,
 '{"character_string1":"RULES","thing2":"{name}","thing3":"城市治理工作专班","time4":"{date}","thing5":"规则修订待您审批"}'),
('proposal.approved', 1, '规则修订已通过',
 '“{name}”已通过，成为第 {number} 版规则，{date} 起生效。', null, true,
 '{"character_string1":"RULES","thing2":"{name}","thing3":"城市治理工作专班","time4":"{date}","thing5":"规则修订已通过"}'),
('proposal.declined', 1, '规则修订未通过',
 '“{name}”未通过[：{reason}]。草稿已退回，可以继续修改。', null, true,
 '{"character_string1":"RULES","thing2":"{name}","thing3":"城市治理工作专班","time4":"{date}","thing5":"规则修订未通过"}'),
('proposal.withdrawn', 1, '规则修订已撤回',
 '“{name}”已由提议人撤回[：{reason}]。', null, false, '{}'),
('action.assigned', 1, '专班督办事项',
 '请在 {date} 前完成：{words}', null, true,
 '{"character_string1":"RULES","thing2":"{words}","thing3":"城市治理工作专班","time4":"{date}","thing5":"专班督办事项"}'),
('action.overdue', 1, '专班督办事项已逾期',
 '应在 {date} 前完成，请尽快办理：{words}', null, true,
 '{"character_string1":"RULES","thing2":"{words}","thing3":"城市治理工作专班","time4":"{date}","thing5":"督办事项已逾期"}');
