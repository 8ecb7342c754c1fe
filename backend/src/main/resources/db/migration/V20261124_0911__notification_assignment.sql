-- What officers hear of tasks that were assigned to them by name.
insert into notification.template (key, version, title, text, stage, service, fields) values
('task.assigned', 1, '任务分派给您',
 '{author}把{place}的“{type}”（{number}）分派给您[，请在 {due} 前办结]。', null, true,
 '{"character_string1":"{number}","thing2":"{type}","thing3":"{place}","time4":"{time}","thing5":"已分派给您，请及时办理"}'),
('task.unassigned', 1, '任务不再由您办理',
 '{place}的“{type}”（{number}）已由{author}改派，不再由您办理。', null, false, '{}');
