insert into notification.template (key, version, title, text) values
('task.dispatch', 1, '新的待派遣案件', '{place}的“{type}”（{number}）已核实立案，请派遣处置单位。');
