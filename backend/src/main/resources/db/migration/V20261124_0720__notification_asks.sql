-- What volunteers are asked.
insert into notification.template (key, version, title, text, stage, service, fields) values
('ask.report', 1, '请您顺路看一眼',
 '{place}有人反映“{type}”（{number}）。方便时请去看看问题在不在[，{due} 前回答即可]。注意安全，没空可以不答。', null, false, '{}'),
('ask.repair', 1, '请您看看修好没有',
 '{place}的“{type}”（{number}）已处置完成。方便时请去看看有没有修好[，{due} 前回答即可]。注意安全，没空可以不答。', null, false, '{}');
