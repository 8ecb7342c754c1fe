export const zh = {
  title: '工作台', queues: '任务', every: '全部案件',
  queue: {
    review: '待审核', verify: '待核查', dispatch: '待派遣', sign: '待签收', handle: '处置中', inspect: '待验收', appraise: '市民成果', reinspect: '复查',
    extension: '延期申请', shelved: '挂账', callback: '回访', overdue: '已超时', soon: '即将超时', screening: '内容复核', duty: '险情',
  },
  what: '问题', stage: '环节', where: '地点', due: '时限', unit: '承办单位', reported: '上报', none: '没有案件', noneHint: '换一个任务或筛选条件看看。',
  dangerous: '危险', supervised: '督办', urged: '催办 {times}', heldBy: '{who}处理中', assignedTo: '经办 {who}',
  next: '办下一件', noNext: '这个任务里没有等待办理的案件了。', keys: '快捷键',
  key: { J: '下一件', K: '上一件', N: '取下一件没有人在办的', A: '通过：受理、核实、派遣、签收……', R: '不通过：不受理、不属实、退回……', M: '合并到另一件', X: '勾选当前案件', '/': '搜索', Esc: '关闭案件', '?': '显示快捷键' },
  filter: '筛选', type: '类型', area: '区域', anyType: '全部类型', anyArea: '全部区域', any: '不限', clear: '清除条件', since: '上报从', until: '到',
  sort: { title: '排序', newest: '最新上报', oldest: '最早上报', due: '时限最近' },
  by: {
    state: { title: '状态', open: '未结', closed: '已结' }, late: { title: '时限', yes: '已超时', soon: '即将超时' }, danger: { title: '险情', yes: '只看险情' },
    supervised: { title: '督办', yes: '只看督办' }, mine: { title: '经我办理', yes: '我办过的' }, assigned: { title: '经办人', me: '指派给我', nobody: '未指派' },
  },
  views: '常用筛选', keepView: '保存筛选', viewName: '名称', viewGone: '已删除常用筛选“{name}”', undo: '撤销',
  chosen: '已选 {count} 件', unchoose: '取消选择', noBulk: '这个任务需要逐件办理', bulk: { accept: '批量受理', reject: '批量不受理', pass: '批量通过', sign: '批量签收' },
  bulkAsk: '{step} {count} 件？', bulkDone: '已办理 {done} 件', bulkRefused: '{count} 件没有办成', bulkGoes: '正在办理', reason: '理由',
}

export const en: typeof zh = {
  title: 'Workbench', queues: 'Queues', every: 'All cases',
  queue: {
    review: 'To review', verify: 'To verify', dispatch: 'To dispatch', sign: 'To sign for', handle: 'In hand', inspect: 'To inspect', appraise: "Citizens' results", reinspect: 'Re-inspection',
    extension: 'Extensions', shelved: 'Shelved', callback: 'Call-backs', overdue: 'Overdue', soon: 'Due soon', screening: 'Screening', duty: 'Dangers',
  },
  what: 'Problem', stage: 'Stage', where: 'Place', due: 'Due', unit: 'Unit', reported: 'Reported', none: 'No cases', noneHint: 'Try another queue or filter.',
  dangerous: 'Danger', supervised: 'Supervised', urged: 'Urged {times}×', heldBy: '{who} at work', assignedTo: 'With {who}',
  next: 'Take the next', noNext: 'Nothing waits in this queue.', keys: 'Keys',
  key: { J: 'Next', K: 'Previous', N: 'Take the next that nobody is at work on', A: 'Yes: accept, confirm, dispatch, sign…', R: 'No: reject, refute, return…', M: 'Merge into another', X: 'Tick this case', '/': 'Search', Esc: 'Close the case', '?': 'These keys' },
  filter: 'Filter', type: 'Type', area: 'Area', anyType: 'All types', anyArea: 'All areas', any: 'Any', clear: 'Clear', since: 'Reported from', until: 'to',
  sort: { title: 'Order', newest: 'Newest first', oldest: 'Oldest first', due: 'Due first' },
  by: {
    state: { title: 'State', open: 'Open', closed: 'Closed' }, late: { title: 'Time limit', yes: 'Overdue', soon: 'Due soon' }, danger: { title: 'Danger', yes: 'Dangers only' },
    supervised: { title: 'Supervised', yes: 'Supervised only' }, mine: { title: 'My hand in it', yes: 'Mine' }, assigned: { title: 'Assigned', me: 'To me', nobody: 'To nobody' },
  },
  views: 'Saved filters', keepView: 'Save filter', viewName: 'Name', viewGone: 'Saved filter “{name}” deleted', undo: 'Undo',
  chosen: '{count} chosen', unchoose: 'Clear choice', noBulk: 'These need a look at each', bulk: { accept: 'Accept all', reject: 'Reject all', pass: 'Pass all', sign: 'Sign for all' },
  bulkAsk: '{step}: {count} cases?', bulkDone: '{done} done', bulkRefused: '{count} could not be done', bulkGoes: 'Under way', reason: 'Reason',
}
