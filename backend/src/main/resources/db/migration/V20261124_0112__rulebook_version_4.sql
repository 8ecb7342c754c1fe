-- Linkage, claims, quality, suggestions and forms: what versions 1 to 3 did not know is added to them as "none", so that every version
-- says everything.
update rulebook.version
set content = content || '{"forms": {"forms": []}, "approval": {"approvers": 2, "headFor": ["flow", "approval", "tariff"]}}'
where number < 4;

update rulebook.version
set content = content || '{"linkage": {"difficulties": [], "history": {"radius": 0, "window": "PT0S", "times": 0, "reopened": false}, "modes": {"SIMPLE": "LEVELS", "ORDINARY": "LEVELS", "HARD": "LEVELS"}, "beginnings": [{"types": [], "difficulties": ["SIMPLE", "ORDINARY", "HARD"], "level": "DISTRICT"}], "levels": [], "whistle": {"most": 0, "task": {"length": "PT0S", "clock": "WALL"}, "longest": 0, "whole": {"length": "PT0S", "clock": "WALL"}, "danger": {"length": "PT0S", "clock": "WALL"}, "warning": {"length": "PT0S", "clock": "WALL"}, "messages": 0, "helpers": []}, "partners": {"mayNot": [], "seeReporter": true}}}'
where number < 4;

update rulebook.version
set content = content || '{"claims": {"limits": {}, "atOnce": 0, "perCase": 0, "proof": {"metres": 0, "age": "PT0S", "clockSkew": "PT0S", "unproven": "REFUSE", "sameBits": 0, "reused": "REFUSE"}, "appraisal": {"first": 0, "share": 1, "shares": {}}, "solvedOnTheSpot": []}}'
where number < 4;

update rulebook.version
set content = content || '{"quality": {"hold": "PT0S", "reinspection": {"share": 0, "period": "MONTH"}, "callback": {"share": 0, "period": "MONTH"}, "callTries": 3, "reopenWithin": "PT0S", "answerRequired": false, "satisfiedFrom": 4, "bulk": 0, "reasonsShown": [], "replies": []}}'
where number < 4;

update rulebook.version
set content = content || '{"suggestions": {"threshold": 0, "beside": 0, "most": 0, "every": "PT0S", "kept": 0, "decisions": 0, "leastForUnits": 0}}'
where number < 4;

update rulebook.version set content = jsonb_set(content, '{duplicates,recent}', '0') where number < 4;

-- A type may give harder or simpler cases other limits: versions 1 to 3 did not.
update rulebook.version v
set content = jsonb_set(content, '{groups}', (
    select jsonb_agg(g || jsonb_build_object('types', (
        select jsonb_agg(t || '{"byDifficulty": {}}' order by type_place)
        from jsonb_array_elements(g -> 'types') with ordinality types (t, type_place))) order by group_place)
    from jsonb_array_elements(v.content -> 'groups') with ordinality groups (g, group_place)))
where number < 4;

insert into rulebook.version (number, effective_from, approved_by, approved_at, content)
values (4, '2026-11-17T00:00:00+08:00', '城市治理工作专班', '2026-11-12T10:00:00+08:00', $book$
{
  "groups": [
    {"code": "city-appearance", "name": "市容环境", "types": [
      {"code": "exposed-garbage", "name": "暴露垃圾", "hint": "路边、楼道、绿地里成堆或散落的生活垃圾，垃圾桶满溢", "unit": "sanitation", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT4H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT8H", "clock": "WORKING"}}}},
      {"code": "dirty-road", "name": "道路不洁", "hint": "路面有油污、泥浆、抛洒物，长时间没有清扫", "unit": "sanitation", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT5H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT10H", "clock": "WORKING"}}}},
      {"code": "littered-greens", "name": "绿地脏乱", "hint": "绿化带、公园里有垃圾杂物，花草被踩踏损坏", "unit": "greening", "certain": true, "difficulty": "SIMPLE", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT4H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT8H", "clock": "WORKING"}}}},
      {"code": "illegal-stickers", "name": "非法小广告", "hint": "墙面、电线杆、楼道里张贴或喷涂的小广告", "unit": "urban-management", "certain": true, "difficulty": "SIMPLE", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT4H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT8H", "clock": "WORKING"}}}},
      {"code": "occupying-pavement", "name": "占道经营", "hint": "摊贩、店铺占用人行道或车道，影响通行", "unit": "urban-management", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT4H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT8H", "clock": "WORKING"}}}},
      {"code": "shared-bikes", "name": "单车乱停放", "hint": "共享单车堆积、倒伏，占用盲道、出入口或消防通道", "unit": "urban-management", "certain": true, "difficulty": "SIMPLE", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT4H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT8H", "clock": "WORKING"}}}},
      {"code": "dirty-water", "name": "水域不洁", "hint": "河道、水池有漂浮垃圾、油污或发黑发臭", "unit": "water", "certain": false, "difficulty": "HARD", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT24H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}}, "ORDINARY": {"finish": {"length": "PT16H", "clock": "WORKING"}}}},
      {"code": "piled-rubble", "name": "积存渣土", "hint": "建筑垃圾、渣土无人清理，堆在路边或空地", "unit": "urban-management", "certain": false, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT16H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT32H", "clock": "WORKING"}}}},
      {"code": "illegal-building", "name": "私搭乱建", "hint": "未经批准搭建的房屋、棚子，侵占公共空间", "unit": "urban-management", "certain": false, "difficulty": "HARD", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT120H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}}, "ORDINARY": {"finish": {"length": "PT80H", "clock": "WORKING"}}}}
    ]},
    {"code": "public-facilities", "name": "公用设施", "types": [
      {"code": "broken-street-lamp", "name": "路灯损坏", "hint": "路灯不亮、闪烁，灯杆倾斜或电线外露", "unit": "municipal-works", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT24H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT48H", "clock": "WORKING"}}}},
      {"code": "damaged-road", "name": "道路破损", "hint": "路面坑洼、开裂，人行道砖块松动缺失", "unit": "municipal-works", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT24H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT48H", "clock": "WORKING"}}}},
      {"code": "standing-water", "name": "路面积水", "hint": "雨后积水不退，排水口堵塞", "unit": "municipal-works", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT4H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT8H", "clock": "WORKING"}}}},
      {"code": "damaged-traffic-sign", "name": "交通设施损坏", "hint": "信号灯、标志牌、护栏损坏或缺失", "unit": "traffic-police", "certain": true, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT24H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT48H", "clock": "WORKING"}}}},
      {"code": "damaged-public-facility", "name": "公共设施损坏", "hint": "座椅、健身器材、公交候车亭、宣传栏等损坏", "unit": "housing", "certain": false, "difficulty": "ORDINARY", "dangerous": false, "hotlines": [], "limits": {"accept": {"length": "PT4H", "clock": "WORKING"}, "confirm": {"length": "PT8H", "clock": "WORKING"}, "dispatch": {"length": "PT2H", "clock": "WORKING"}, "sign": {"length": "PT2H", "clock": "WORKING"}, "finish": {"length": "PT24H", "clock": "WORKING"}, "pass": {"length": "PT8H", "clock": "WORKING"}}, "byDifficulty": {"HARD": {"dispatch": {"length": "PT4H", "clock": "WORKING"}, "finish": {"length": "PT48H", "clock": "WORKING"}}}},
      {"code": "missing-manhole-cover", "name": "井盖缺失", "hint": "井盖缺失、破损、移位，行人和车辆可能跌落", "unit": "municipal-works", "certain": true, "difficulty": "ORDINARY", "dangerous": true, "hotlines": ["110", "119", "120"], "limits": {"accept": {"length": "PT30M", "clock": "WALL"}, "confirm": {"length": "PT1H", "clock": "WALL"}, "dispatch": {"length": "PT30M", "clock": "WALL"}, "sign": {"length": "PT30M", "clock": "WALL"}, "finish": {"length": "PT24H", "clock": "WALL"}, "pass": {"length": "PT12H", "clock": "WALL"}}, "byDifficulty": {"HARD": {"finish": {"length": "PT48H", "clock": "WALL"}}}}
    ]},
    {"code": "emergencies", "name": "突发事件", "types": [
      {"code": "burst-pipe", "name": "水管爆裂", "hint": "供水管道爆裂，大量漏水、冒水", "unit": "water", "certain": true, "difficulty": "ORDINARY", "dangerous": true, "hotlines": ["119", "110", "120"], "limits": {"accept": {"length": "PT30M", "clock": "WALL"}, "confirm": {"length": "PT1H", "clock": "WALL"}, "dispatch": {"length": "PT30M", "clock": "WALL"}, "sign": {"length": "PT30M", "clock": "WALL"}, "finish": {"length": "PT24H", "clock": "WALL"}, "pass": {"length": "PT12H", "clock": "WALL"}}, "byDifficulty": {"HARD": {"finish": {"length": "PT48H", "clock": "WALL"}}}},
      {"code": "road-collapse", "name": "路面塌陷", "hint": "路面突然下沉、塌陷，出现空洞", "unit": "municipal-works", "certain": true, "difficulty": "HARD", "dangerous": true, "hotlines": ["110", "119", "120"], "limits": {"accept": {"length": "PT30M", "clock": "WALL"}, "confirm": {"length": "PT1H", "clock": "WALL"}, "dispatch": {"length": "PT30M", "clock": "WALL"}, "sign": {"length": "PT30M", "clock": "WALL"}, "finish": {"length": "PT72H", "clock": "WALL"}, "pass": {"length": "PT12H", "clock": "WALL"}}, "byDifficulty": {"ORDINARY": {"finish": {"length": "PT48H", "clock": "WALL"}}}},
      {"code": "fallen-tree", "name": "树木倒伏", "hint": "树木倒下或断枝，压住道路、车辆或电线", "unit": "greening", "certain": true, "difficulty": "ORDINARY", "dangerous": true, "hotlines": ["119", "110", "120"], "limits": {"accept": {"length": "PT30M", "clock": "WALL"}, "confirm": {"length": "PT1H", "clock": "WALL"}, "dispatch": {"length": "PT30M", "clock": "WALL"}, "sign": {"length": "PT30M", "clock": "WALL"}, "finish": {"length": "PT4H", "clock": "WALL"}, "pass": {"length": "PT12H", "clock": "WALL"}}, "byDifficulty": {"HARD": {"finish": {"length": "PT8H", "clock": "WALL"}}}},
      {"code": "fire-or-gas", "name": "火情与燃气泄漏", "hint": "看到明火、浓烟，或闻到明显燃气味。请先离开并拨打电话", "unit": "emergency", "certain": true, "difficulty": "HARD", "dangerous": true, "hotlines": ["119", "110", "120"], "limits": {"accept": {"length": "PT30M", "clock": "WALL"}, "confirm": {"length": "PT1H", "clock": "WALL"}, "dispatch": {"length": "PT30M", "clock": "WALL"}, "sign": {"length": "PT30M", "clock": "WALL"}, "finish": {"length": "PT2H", "clock": "WALL"}, "pass": {"length": "PT12H", "clock": "WALL"}}, "byDifficulty": {}}
    ]}
  ],
  "flow": {"stages": [
    {"code": "in-review", "name": "待审核", "publicName": "审核中", "open": true, "shown": false},
    {"code": "sent-back", "name": "退回补充", "publicName": "待您补充", "open": true, "shown": false},
    {"code": "rejected", "name": "不予受理", "publicName": "不予受理", "open": false, "shown": false},
    {"code": "merged", "name": "已并案", "publicName": "已并案", "open": false, "shown": false},
    {"code": "withdrawn", "name": "已撤回", "publicName": "已撤回", "open": false, "shown": false},
    {"code": "in-verification", "name": "待核查", "publicName": "核查中", "open": true, "shown": true},
    {"code": "registered", "name": "待派遣", "publicName": "已立案", "open": true, "shown": true},
    {"code": "dispatched", "name": "待签收", "publicName": "已派遣", "open": true, "shown": true},
    {"code": "handling", "name": "处置中", "publicName": "处置中", "open": true, "shown": true},
    {"code": "whistled", "name": "多方联办", "publicName": "多部门处置中", "open": true, "shown": true},
    {"code": "in-inspection", "name": "待验收", "publicName": "验收中", "open": true, "shown": true},
    {"code": "shelved", "name": "挂账", "publicName": "暂缓处置", "open": true, "shown": true},
    {"code": "offered", "name": "开放认领", "publicName": "等您认领", "open": true, "shown": true},
    {"code": "claimed", "name": "市民已认领", "publicName": "热心市民处置中", "open": true, "shown": true},
    {"code": "in-appraisal", "name": "待评定", "publicName": "结果评定中", "open": true, "shown": true},
    {"code": "reported-solved", "name": "待评定（随手解决）", "publicName": "结果评定中", "open": true, "shown": false},
    {"code": "closed", "name": "已结案", "publicName": "已解决", "open": false, "shown": true},
    {"code": "rated", "name": "已评价", "publicName": "已评价", "open": false, "shown": true}
  ], "steps": [
    {"from": "new", "name": "report", "to": "in-review", "label": "上报", "by": ["CITIZEN", "REVIEWER", "DISPATCHER", "HOTLINE_CLERK"]},
    {"from": "in-review", "name": "accept", "to": "in-verification", "label": "受理", "by": ["REVIEWER"]},
    {"from": "in-review", "name": "send-back", "to": "sent-back", "label": "退回补充", "by": ["REVIEWER"]},
    {"from": "in-review", "name": "reject", "to": "rejected", "label": "不予受理", "by": ["REVIEWER"]},
    {"from": "in-review", "name": "merge", "to": "merged", "label": "并案", "by": ["REVIEWER"]},
    {"from": "in-review", "name": "withdraw", "to": "withdrawn", "label": "撤回", "by": ["REPORTER"]},
    {"from": "sent-back", "name": "supplement", "to": "in-review", "label": "补充", "by": ["REPORTER"]},
    {"from": "sent-back", "name": "withdraw", "to": "withdrawn", "label": "撤回", "by": ["REPORTER"]},
    {"from": "sent-back", "name": "reject", "to": "rejected", "label": "未补充，不予受理", "by": ["REVIEWER"]},
    {"from": "rejected", "name": "object", "to": "in-review", "label": "申诉", "by": ["REPORTER"]},
    {"from": "in-verification", "name": "confirm", "to": "registered", "label": "核查属实并立案", "by": ["VERIFIER", "SYSTEM"]},
    {"from": "in-verification", "name": "refute", "to": "in-review", "label": "核查不属实", "by": ["VERIFIER"]},
    {"from": "in-verification", "name": "withdraw", "to": "withdrawn", "label": "撤回", "by": ["REPORTER"]},
    {"from": "registered", "name": "dispatch", "to": "dispatched", "label": "派遣", "by": ["DISPATCHER", "SYSTEM"]},
    {"from": "registered", "name": "unplaced", "to": "registered", "label": "责任单位待定", "by": ["SYSTEM"]},
    {"from": "registered", "name": "whistle", "to": "whistled", "label": "吹哨召集", "by": ["DISPATCHER", "SUPERVISOR"]},
    {"from": "whistled", "name": "sign-task", "to": "whistled", "label": "签收任务", "by": ["OFFICER"]},
    {"from": "whistled", "name": "report-task", "to": "whistled", "label": "报到办结", "by": ["OFFICER"]},
    {"from": "whistled", "name": "return-task", "to": "whistled", "label": "退回任务", "by": ["OFFICER"]},
    {"from": "whistled", "name": "release-task", "to": "whistled", "label": "减少单位", "by": ["OFFICER", "DISPATCHER", "SUPERVISOR"]},
    {"from": "whistled", "name": "call-more", "to": "whistled", "label": "增派单位", "by": ["OFFICER", "DISPATCHER", "SUPERVISOR"]},
    {"from": "whistled", "name": "warn-task", "to": "whistled", "label": "任务临期提醒", "by": ["SYSTEM"]},
    {"from": "whistled", "name": "breach-task", "to": "whistled", "label": "任务超时", "by": ["SYSTEM"]},
    {"from": "whistled", "name": "gather", "to": "in-inspection", "label": "全部报到", "by": ["SYSTEM"]},
    {"from": "whistled", "name": "return", "to": "registered", "label": "退单", "by": ["OFFICER", "DISPATCHER"]},
    {"from": "whistled", "name": "warn", "to": "whistled", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "whistled", "name": "breach", "to": "whistled", "label": "超时", "by": ["SYSTEM"]},
    {"from": "whistled", "name": "escalate", "to": "whistled", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "whistled", "name": "urge", "to": "whistled", "label": "催办", "by": ["REPORTER"]},
    {"from": "whistled", "name": "supervise", "to": "whistled", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "handling", "name": "call-more", "to": "whistled", "label": "吹哨召集", "by": ["OFFICER", "DISPATCHER", "SUPERVISOR"]},
    {"from": "dispatched", "name": "rise", "to": "dispatched", "label": "上提一级", "by": ["SYSTEM"]},
    {"from": "handling", "name": "rise", "to": "dispatched", "label": "上提一级", "by": ["SYSTEM"]},
    {"from": "dispatched", "name": "overrun", "to": "dispatched", "label": "各级超时", "by": ["SYSTEM"]},
    {"from": "handling", "name": "overrun", "to": "handling", "label": "各级超时", "by": ["SYSTEM"]},
    {"from": "dispatched", "name": "unplaced", "to": "registered", "label": "责任单位待定", "by": ["SYSTEM"]},
    {"from": "handling", "name": "unplaced", "to": "registered", "label": "责任单位待定", "by": ["SYSTEM"]},
    {"from": "dispatched", "name": "sign", "to": "handling", "label": "签收", "by": ["OFFICER"]},
    {"from": "dispatched", "name": "return", "to": "registered", "label": "退单", "by": ["OFFICER", "DISPATCHER"]},
    {"from": "handling", "name": "finish", "to": "in-inspection", "label": "处置完成", "by": ["OFFICER"]},
    {"from": "handling", "name": "return", "to": "registered", "label": "退单", "by": ["OFFICER", "DISPATCHER"]},
    {"from": "new", "name": "report-solved", "to": "reported-solved", "label": "上报并已解决", "by": ["CITIZEN"]},
    {"from": "registered", "name": "offer", "to": "offered", "label": "开放认领", "by": ["DISPATCHER", "SYSTEM"]},
    {"from": "offered", "name": "claim", "to": "claimed", "label": "认领", "by": ["CITIZEN"]},
    {"from": "offered", "name": "take-over", "to": "registered", "label": "转由部门办理", "by": ["DISPATCHER", "SYSTEM"]},
    {"from": "offered", "name": "supervise", "to": "offered", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "claimed", "name": "solve", "to": "in-appraisal", "label": "提交处置结果", "by": ["HOLDER"]},
    {"from": "claimed", "name": "give-back", "to": "offered", "label": "放弃认领", "by": ["HOLDER"]},
    {"from": "claimed", "name": "lapse", "to": "offered", "label": "认领到期", "by": ["SYSTEM"]},
    {"from": "claimed", "name": "remind", "to": "claimed", "label": "认领即将到期", "by": ["SYSTEM"]},
    {"from": "in-appraisal", "name": "approve", "to": "closed", "label": "结果合格", "by": ["REVIEWER", "SYSTEM"]},
    {"from": "in-appraisal", "name": "disapprove", "to": "offered", "label": "结果不合格", "by": ["REVIEWER"]},
    {"from": "in-appraisal", "name": "warn", "to": "in-appraisal", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "in-appraisal", "name": "breach", "to": "in-appraisal", "label": "超时", "by": ["SYSTEM"]},
    {"from": "in-appraisal", "name": "escalate", "to": "in-appraisal", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "in-appraisal", "name": "urge", "to": "in-appraisal", "label": "催办", "by": ["REPORTER"]},
    {"from": "in-appraisal", "name": "supervise", "to": "in-appraisal", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "reported-solved", "name": "approve", "to": "closed", "label": "结果合格", "by": ["REVIEWER"]},
    {"from": "reported-solved", "name": "disapprove", "to": "offered", "label": "问题属实但未解决，开放认领", "by": ["REVIEWER"]},
    {"from": "reported-solved", "name": "reject", "to": "rejected", "label": "不予受理", "by": ["REVIEWER"]},
    {"from": "reported-solved", "name": "merge", "to": "merged", "label": "并案", "by": ["REVIEWER"]},
    {"from": "reported-solved", "name": "withdraw", "to": "withdrawn", "label": "撤回", "by": ["REPORTER"]},
    {"from": "reported-solved", "name": "warn", "to": "reported-solved", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "reported-solved", "name": "breach", "to": "reported-solved", "label": "超时", "by": ["SYSTEM"]},
    {"from": "reported-solved", "name": "escalate", "to": "reported-solved", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "reported-solved", "name": "urge", "to": "reported-solved", "label": "催办", "by": ["REPORTER"]},
    {"from": "reported-solved", "name": "supervise", "to": "reported-solved", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "in-inspection", "name": "pass", "to": "closed", "label": "验收通过", "by": ["VERIFIER"]},
    {"from": "in-inspection", "name": "refuse", "to": "handling", "label": "验收不通过", "by": ["VERIFIER"]},
    {"from": "closed", "name": "rate", "to": "rated", "label": "评价", "by": ["REPORTER"]},
    {"from": "closed", "name": "reopen", "to": "registered", "label": "申请返工", "by": ["REPORTER"]},
    {"from": "rated", "name": "reopen", "to": "registered", "label": "申请返工", "by": ["REPORTER"]},
    {"from": "closed", "name": "uphold", "to": "closed", "label": "复查通过", "by": ["VERIFIER"]},
    {"from": "rated", "name": "uphold", "to": "rated", "label": "复查通过", "by": ["VERIFIER"]},
    {"from": "closed", "name": "overturn", "to": "registered", "label": "复查不通过", "by": ["VERIFIER"]},
    {"from": "rated", "name": "overturn", "to": "registered", "label": "复查不通过", "by": ["VERIFIER"]},
    {"from": "in-review", "name": "warn", "to": "in-review", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "in-review", "name": "breach", "to": "in-review", "label": "超时", "by": ["SYSTEM"]},
    {"from": "in-review", "name": "escalate", "to": "in-review", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "in-review", "name": "urge", "to": "in-review", "label": "催办", "by": ["REPORTER"]},
    {"from": "in-review", "name": "supervise", "to": "in-review", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "in-verification", "name": "warn", "to": "in-verification", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "in-verification", "name": "breach", "to": "in-verification", "label": "超时", "by": ["SYSTEM"]},
    {"from": "in-verification", "name": "escalate", "to": "in-verification", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "in-verification", "name": "urge", "to": "in-verification", "label": "催办", "by": ["REPORTER"]},
    {"from": "in-verification", "name": "supervise", "to": "in-verification", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "registered", "name": "warn", "to": "registered", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "registered", "name": "breach", "to": "registered", "label": "超时", "by": ["SYSTEM"]},
    {"from": "registered", "name": "escalate", "to": "registered", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "registered", "name": "urge", "to": "registered", "label": "催办", "by": ["REPORTER"]},
    {"from": "registered", "name": "supervise", "to": "registered", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "dispatched", "name": "warn", "to": "dispatched", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "dispatched", "name": "breach", "to": "dispatched", "label": "超时", "by": ["SYSTEM"]},
    {"from": "dispatched", "name": "escalate", "to": "dispatched", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "dispatched", "name": "urge", "to": "dispatched", "label": "催办", "by": ["REPORTER"]},
    {"from": "dispatched", "name": "supervise", "to": "dispatched", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "handling", "name": "warn", "to": "handling", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "handling", "name": "breach", "to": "handling", "label": "超时", "by": ["SYSTEM"]},
    {"from": "handling", "name": "escalate", "to": "handling", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "handling", "name": "urge", "to": "handling", "label": "催办", "by": ["REPORTER"]},
    {"from": "handling", "name": "supervise", "to": "handling", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "in-inspection", "name": "warn", "to": "in-inspection", "label": "临期提醒", "by": ["SYSTEM"]},
    {"from": "in-inspection", "name": "breach", "to": "in-inspection", "label": "超时", "by": ["SYSTEM"]},
    {"from": "in-inspection", "name": "escalate", "to": "in-inspection", "label": "超时升级", "by": ["SYSTEM"]},
    {"from": "in-inspection", "name": "urge", "to": "in-inspection", "label": "催办", "by": ["REPORTER"]},
    {"from": "in-inspection", "name": "supervise", "to": "in-inspection", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "handling", "name": "ask-extension", "to": "handling", "label": "申请延期", "by": ["OFFICER"]},
    {"from": "handling", "name": "grant-extension", "to": "handling", "label": "同意延期", "by": ["DISPATCHER", "SUPERVISOR"]},
    {"from": "handling", "name": "decline-extension", "to": "handling", "label": "不同意延期", "by": ["DISPATCHER", "SUPERVISOR"]},
    {"from": "dispatched", "name": "shelve", "to": "shelved", "label": "挂账", "by": ["SUPERVISOR"]},
    {"from": "handling", "name": "shelve", "to": "shelved", "label": "挂账", "by": ["SUPERVISOR"]},
    {"from": "shelved", "name": "breach", "to": "shelved", "label": "挂账到期", "by": ["SYSTEM"]},
    {"from": "shelved", "name": "supervise", "to": "shelved", "label": "督办", "by": ["SUPERVISOR", "WORKING_GROUP"]},
    {"from": "merged", "name": "unmerge", "to": "in-review", "label": "取消并案", "by": ["REVIEWER"]},
    {"from": "shelved", "name": "resume", "to": "dispatched", "label": "恢复办理", "by": ["SUPERVISOR"]}
  ]},
  "calendar": {"zone": "Asia/Shanghai", "opens": "09:00", "closes": "17:00", "workingDays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "holidays": ["2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23", "2026-04-06", "2026-05-01", "2026-05-04", "2026-05-05", "2026-06-19", "2026-09-25", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07", "2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01"], "makeUpDays": ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"]},
  "time": {"alarms": [{"step": "remind", "ahead": true, "distance": {"length": "PT2H", "clock": "WALL"}, "tells": ["HOLDER"]}, {"step": "warn", "ahead": true, "distance": {"length": "PT1H", "clock": "WORKING"}, "tells": ["HOLDER", "LEADER"]}, {"step": "breach", "ahead": false, "distance": {"length": "PT0S", "clock": "WALL"}, "tells": ["HOLDER", "LEADER"]}, {"step": "escalate", "ahead": false, "distance": {"length": "PT4H", "clock": "WORKING"}, "tells": ["HOLDER", "LEADER", "SUPERVISOR"]}], "urges": {"most": 3, "pause": "PT24H"}, "extension": {"most": 1, "longest": 40}, "longestShelf": "P180D"},
  "duplicates": {"radius": 100, "window": "P30D", "alikeBits": 10, "near": 0.35, "words": 0.3, "picture": 0.25, "recent": 0.1},
  "claims": {
    "limits": {"lapse": {"length": "PT24H", "clock": "WALL"}, "take-over": {"length": "PT72H", "clock": "WALL"}, "approve": {"length": "PT8H", "clock": "WORKING"}},
    "atOnce": 3, "perCase": 2,
    "proof": {"metres": 200, "age": "PT24H", "clockSkew": "PT2M", "unproven": "APPRAISE", "sameBits": 4, "reused": "REFUSE"},
    "appraisal": {"first": 3, "share": 0.3, "shares": {"illegal-stickers": 0.2}},
    "solvedOnTheSpot": ["exposed-garbage", "dirty-road", "littered-greens", "illegal-stickers", "shared-bikes"]},
  "suggestions": {"threshold": 0.5, "beside": 0.15, "most": 3, "every": "P1D", "kept": 20, "decisions": 20000, "leastForUnits": 50},
  "responsibility": {"rows": [
    {"type": "*", "area": "990102001001", "level": "COMMUNITY", "unit": "yumatou-community"},
    {"type": "*", "area": "990102001002", "level": "COMMUNITY", "unit": "linxi-community"},
    {"type": "*", "area": "990102001003", "level": "COMMUNITY", "unit": "nanpu-community"},
    {"type": "*", "area": "990102002001", "level": "COMMUNITY", "unit": "wenmiao-community"},
    {"type": "*", "area": "990102002002", "level": "COMMUNITY", "unit": "qingshiqiao-community"},
    {"type": "*", "area": "990102002003", "level": "COMMUNITY", "unit": "dongmen-community"},
    {"type": "*", "area": "990102003001", "level": "COMMUNITY", "unit": "wutong-community"},
    {"type": "*", "area": "990102003002", "level": "COMMUNITY", "unit": "guihua-community"},
    {"type": "*", "area": "990102003003", "level": "COMMUNITY", "unit": "xinmin-community"},
    {"type": "*", "area": "990102001", "level": "STREET", "unit": "linxi-street"},
    {"type": "*", "area": "990102002", "level": "STREET", "unit": "qingshi-street"},
    {"type": "*", "area": "990102003", "level": "STREET", "unit": "guihua-street"},
    {"type": "*", "area": "*", "level": "CITY", "unit": "city-command"},
    {"type": "burst-pipe", "area": "*", "level": "CITY", "unit": "emergency"},
    {"type": "road-collapse", "area": "*", "level": "CITY", "unit": "emergency"},
    {"type": "fallen-tree", "area": "*", "level": "CITY", "unit": "emergency"},
    {"type": "fire-or-gas", "area": "*", "level": "CITY", "unit": "emergency"}
  ]},
  "linkage": {
    "difficulties": [
      {"type": "shared-bikes", "area": "990102002", "difficulty": "ORDINARY"}
    ],
    "history": {"radius": 60, "window": "P30D", "times": 3, "reopened": true},
    "modes": {"SIMPLE": "SELF", "ORDINARY": "LEVELS", "HARD": "WHISTLE"},
    "beginnings": [
      {"types": ["exposed-garbage", "dirty-road", "broken-street-lamp", "damaged-road", "standing-water", "damaged-traffic-sign", "missing-manhole-cover", "burst-pipe", "road-collapse", "fallen-tree", "fire-or-gas"], "difficulties": ["SIMPLE", "ORDINARY", "HARD"], "level": "DISTRICT"},
      {"types": ["occupying-pavement", "illegal-building", "dirty-water"], "difficulties": ["SIMPLE", "ORDINARY", "HARD"], "level": "STREET"},
      {"types": [], "difficulties": ["SIMPLE", "ORDINARY", "HARD"], "level": "COMMUNITY"}
    ],
    "levels": [
      {"level": "COMMUNITY", "limit": {"length": "PT16H", "clock": "WORKING"}, "danger": {"length": "PT2H", "clock": "WALL"}},
      {"level": "STREET", "limit": {"length": "PT24H", "clock": "WORKING"}, "danger": {"length": "PT4H", "clock": "WALL"}},
      {"level": "DISTRICT", "limit": {"length": "PT40H", "clock": "WORKING"}, "danger": {"length": "PT28H", "clock": "WALL"}},
      {"level": "CITY", "limit": {"length": "PT80H", "clock": "WORKING"}, "danger": {"length": "PT48H", "clock": "WALL"}}
    ],
    "whistle": {"most": 12, "task": {"length": "PT24H", "clock": "WORKING"}, "longest": 120, "whole": {"length": "PT80H", "clock": "WORKING"}, "danger": {"length": "PT24H", "clock": "WALL"}, "warning": {"length": "PT2H", "clock": "WORKING"}, "messages": 500, "helpers": [
      {"type": "dirty-water", "units": ["urban-management", "sanitation"]},
      {"type": "illegal-building", "units": ["housing", "traffic-police"]},
      {"type": "road-collapse", "units": ["traffic-police", "water", "emergency"]},
      {"type": "fire-or-gas", "units": ["housing", "traffic-police"]},
      {"type": "exposed-garbage", "units": ["urban-management"]},
      {"type": "piled-rubble", "units": ["sanitation", "traffic-police"]}
    ]},
    "partners": {"mayNot": ["ask-extension", "call-more", "release-task"], "seeReporter": false}
  },
  "forms": {"forms": [
    {"type": "broken-street-lamp", "fields": [
      {"code": "lamp-number", "label": "路灯编号", "kind": "TEXT", "required": false, "help": "灯杆上的号牌，例如 YX-0317；看不清可以不填", "choices": {}, "min": 0, "max": 0, "length": 20, "publicly": true},
      {"code": "how", "label": "怎样坏的", "kind": "CHOICE", "required": false, "help": "", "choices": {"dark": "不亮", "flicker": "闪烁", "leaning": "灯杆倾斜", "wires": "电线外露"}, "min": 0, "max": 0, "length": 0, "publicly": true},
      {"code": "lamps", "label": "坏了几盏", "kind": "NUMBER", "required": false, "help": "", "choices": {}, "min": 1, "max": 200, "length": 0, "publicly": true}
    ]},
    {"type": "missing-manhole-cover", "fields": [
      {"code": "owner", "label": "井盖权属", "kind": "CHOICE", "required": false, "help": "井盖或井圈上通常有字；不清楚请选“看不出”", "choices": {"water": "给水", "drain": "排水（雨水、污水）", "power": "电力", "telecom": "通信", "gas": "燃气", "heat": "热力", "unknown": "看不出"}, "min": 0, "max": 0, "length": 0, "publicly": true},
      {"code": "on-carriageway", "label": "是否在车行道上", "kind": "YES_NO", "required": false, "help": "", "choices": {}, "min": 0, "max": 0, "length": 0, "publicly": true}
    ]},
    {"type": "illegal-building", "fields": [
      {"code": "storeys", "label": "大约几层", "kind": "NUMBER", "required": false, "help": "", "choices": {}, "min": 1, "max": 60, "length": 0, "publicly": false},
      {"code": "inhabited", "label": "是否有人居住或使用", "kind": "YES_NO", "required": false, "help": "", "choices": {}, "min": 0, "max": 0, "length": 0, "publicly": false},
      {"code": "since", "label": "什么时候开始搭建", "kind": "DATE", "required": false, "help": "不确定可以不填", "choices": {}, "min": 0, "max": 0, "length": 0, "publicly": false}
    ]},
    {"type": "damaged-road", "fields": [
      {"code": "depth", "label": "坑深约多少厘米", "kind": "NUMBER", "required": false, "help": "", "choices": {}, "min": 1, "max": 300, "length": 0, "publicly": true}
    ]},
    {"type": "damaged-public-facility", "fields": [
      {"code": "facility", "label": "是什么设施", "kind": "CHOICE", "required": true, "help": "", "choices": {"bench": "座椅", "fitness": "健身器材", "shelter": "公交候车亭", "board": "宣传栏", "toilet": "公共厕所", "other": "其他"}, "min": 0, "max": 0, "length": 0, "publicly": true}
    ]}
  ]},
  "approval": {"approvers": 2, "headFor": ["flow", "approval", "tariff"]},
  "volunteers": {
    "training": {
      "lessons": [
        {"code": "what", "title": "全民网格员做什么", "text": ["您关心哪片社区、哪几类问题，就在那里做城市的“眼睛”。", "有人上报问题，或单位说已经修好，系统会请附近几位网格员顺路看一眼：在不在、修好没有。您的回答会交给核查员参考。", "这是自愿服务，没有任务指标。没空就不用回答，随时可以暂停或退出。"]},
        {"code": "safe", "title": "安全永远第一", "text": ["只在路过、方便时看一眼，不为拍照停在车行道上，不翻越护栏，不进入工地、水边和黑暗的角落。", "有危险的情况（井盖缺失、水管爆裂、电线垂落、火情）我们不会请网格员去看；您自己遇到，请先离开，再拨打 110、119 或 120。", "不要与当事人争执，不要替代执法。您看到什么，就回答什么。"]},
        {"code": "answer", "title": "怎样回答", "text": ["“是”：您亲眼看到问题在那里（或确实修好了）。", "“不是”：您到了地方，看得清楚，情况与描述不符（或没有修好）。", "“找不到”：您去了，但没找到描述的位置。说找不到不丢人，猜一个答案才会耽误事情。", "情况有变，在案件进入下一步之前可以修改回答。"]},
        {"code": "photo", "title": "照片与隐私", "text": ["拍一张现场照片，回答更有分量。拍事不拍人：避开人脸、车牌、门牌和别人家的窗户。", "您可以选择附上“现场回答”：系统只记下您离问题有多少米，不保存您的位置，也不会跟踪任何人。", "公众只看到有几个人确认，看不到您是谁；核查员只看到您的昵称。"]},
        {"code": "fair", "title": "自己的事请别人看", "text": ["您自己上报的、附议并处理过的问题，系统不会请您核实，也请不要托熟人代答。", "您的回答与最后核查的结果一致得多，以后的分量会更重。", "网格员证上有一个别人猜不到的编号，任何人都可以核对真伪，但只看得到您的昵称、服务的片区和是否有效。"]}
      ],
      "questions": [
        {"code": "own", "text": "系统请您核实的，正好是您自己上报的问题，怎么办？", "choices": ["回答“是”，问题确实在", "不回答，请别人来核实", "请家人用他的手机回答"], "right": 1, "why": "自己的事请别人看。系统也会拦住对自己上报问题的回答。"},
        {"code": "danger", "text": "路上看到井盖不见了，车来车往，您应该？", "choices": ["站到路中间提醒车辆", "搬东西把洞口盖住", "先到安全的地方，再拨打电话并上报"], "right": 2, "why": "安全永远第一。危险的情况交给专业的人处置。"},
        {"code": "cannot-find", "text": "到了描述的地方，转了一圈没找到那处问题，选哪个？", "choices": ["是", "不是", "找不到"], "right": 2, "why": "没看到，不等于不存在。“找不到”能提醒核查员位置可能不准。"},
        {"code": "photo", "text": "拍现场照片时，下面哪种做法合适？", "choices": ["拍清楚问题，避开人脸和车牌", "把旁边的店主也拍进去作证", "翻出上个月拍的照片用"], "right": 0, "why": "拍事不拍人，照片要是现在、在现场拍的。"},
        {"code": "repair", "text": "通知说路灯已修好，您晚上路过发现还是不亮，应该回答？", "choices": ["是，单位说修好了", "不是，并附一张照片", "不用管"], "right": 1, "why": "看到什么答什么。验收人员看到您的回答会再去检查。"},
        {"code": "busy", "text": "收到核实请求，但今天没时间去，怎么办？", "choices": ["随便选一个", "不回答，过期自动结束", "打电话请人代去"], "right": 1, "why": "自愿服务，没空可以不答，猜一个答案反而耽误事情。"},
        {"code": "argue", "text": "核实占道经营时，摊主问您凭什么拍照，您应该？", "choices": ["亮出网格员证要求他收摊", "与他理论", "不争执，离开后再如实回答"], "right": 2, "why": "网格员是城市的眼睛，不替代执法，也不让自己受伤。"},
        {"code": "place", "text": "关于您的位置，下面哪句话是对的？", "choices": ["系统全天记录网格员在哪里", "只在您愿意时算出离问题多少米，不保存位置", "位置会公开给所有人"], "right": 1, "why": "我们不跟踪任何人。位置只用来说明回答是在现场给出的。"}
      ],
      "asked": 5, "pass": 4, "again": "PT30M"
    },
    "asks": {"people": 5, "radius": 1500, "lasts": "PT24H", "perDay": 3, "takers": 5},
    "weights": {"answer": 1, "photo": 0.5, "near": 0.5, "nearMetres": 100, "agreement": 0.5, "settled": 3, "supporter": 0.5, "unasked": 0.5},
    "enough": {"confirms": true, "weight": 3, "yes": 2, "note": "{count} 位全民网格员到场确认属实"}
  },
  "quality": {"hold": "PT10M", "reinspection": {"share": 0.05, "period": "MONTH"}, "callback": {"share": 0.1, "period": "MONTH"}, "callTries": 3, "reopenWithin": "P15D", "answerRequired": true, "satisfiedFrom": 4, "bulk": 50, "reasonsShown": ["return", "shelve", "ask-extension", "decline-extension", "refuse", "disapprove", "reopen", "overturn", "unmerge"], "replies": [
    {"name": "垃圾已清运", "type": "exposed-garbage", "words": "您反映的{place}垃圾问题，{unit}已安排人员清运并冲洗场地，今后将增加巡查清扫频次。感谢您的关心与监督。"},
    {"name": "路面已保洁", "type": "dirty-road", "words": "您反映的{place}路面不洁问题，{unit}已完成清扫冲洗，并列入重点保洁路段。感谢您的关心与监督。"},
    {"name": "小广告已清除", "type": "illegal-stickers", "words": "您反映的{place}非法小广告，{unit}已全部清除，并将对该处加强巡查。感谢您的关心与监督。"},
    {"name": "车辆已规整", "type": "shared-bikes", "words": "您反映的{place}单车乱停放问题，{unit}已督促企业转运规整，恢复通行。感谢您的关心与监督。"},
    {"name": "路灯已修复", "type": "broken-street-lamp", "words": "您反映的{place}路灯问题，{unit}已完成检修，路灯恢复照明。感谢您的关心与监督。"},
    {"name": "道路已修补", "type": "damaged-road", "words": "您反映的{place}道路破损问题，{unit}已完成修补，可以正常通行。感谢您的关心与监督。"},
    {"name": "井盖已更换", "type": "missing-manhole-cover", "words": "您反映的{place}井盖问题，{unit}已当场围护并更换井盖，隐患消除。感谢您及时提醒。"},
    {"name": "已经解决", "type": "*", "words": "您反映的{place}“{type}”问题，{unit}已处置完毕，现场照片请见本案。感谢您的关心与监督。"},
    {"name": "已处置，后续跟进", "type": "*", "words": "您反映的{place}“{type}”问题，{unit}已先行处置；彻底解决还需一段时间，我们会继续跟进。感谢您的理解与监督。"},
    {"name": "现场未见，已加强巡查", "type": "*", "words": "您反映的{place}“{type}”问题，{unit}到场时已不存在，我们会加强对该处的巡查。如再次出现，请随时告诉我们。"}
  ]}
}
$book$);
