/** A city in memory that speaks the contract's main line: enough to open every page and walk the journey without a backend. */
import { randomUUID } from 'node:crypto'

const groups = [
  { code: 'facilities', name: '公共设施', types: [
    { code: 'ROAD_DAMAGE', name: '道路破损', hint: '路面坑洼、开裂、塌陷', dangerous: false, hotlines: [] },
    { code: 'STREET_LIGHT', name: '路灯不亮', hint: '写明灯杆编号会更快', dangerous: false, hotlines: [] },
    { code: 'MANHOLE', name: '井盖缺失', hint: '', dangerous: true, hotlines: ['110', '119', '120'] } ] },
  { code: 'sanitation', name: '市容环卫', types: [
    { code: 'GARBAGE', name: '暴露垃圾', hint: '', dangerous: false, hotlines: [] },
    { code: 'BILLS', name: '乱张贴小广告', hint: '', dangerous: false, hotlines: [] } ] },
  { code: 'greening', name: '园林绿化', types: [{ code: 'TREE', name: '树木倒伏', hint: '', dangerous: false, hotlines: [] }] },
]
const stages = { 'in-review': '审核中', 'sent-back': '待补充', rejected: '不予受理', merged: '已并案', withdrawn: '已撤回', 'in-verification': '核查中', registered: '待派遣', dispatched: '已派遣', handling: '处置中', 'in-inspection': '待验收', closed: '已办结', rated: '已评价' }
const labels = { report: '上报', accept: '受理', 'send-back': '退回补充', reject: '不予受理', merge: '并案', withdraw: '撤回', supplement: '补充材料', object: '提出异议', confirm: '核查属实', refute: '核查不实', dispatch: '派遣', sign: '签收', return: '退单', finish: '处置完成', pass: '验收通过', refuse: '返工', rate: '评价' }
export const flow = {
  'in-review': { accept: ['REVIEWER', 'in-verification'], 'send-back': ['REVIEWER', 'sent-back'], reject: ['REVIEWER', 'rejected'], merge: ['REVIEWER', 'merged'], withdraw: ['REPORTER', 'withdrawn'] },
  'sent-back': { supplement: ['REPORTER', 'in-review'], withdraw: ['REPORTER', 'withdrawn'] },
  rejected: { object: ['REPORTER', 'in-review'] },
  'in-verification': { confirm: ['VERIFIER', 'registered'], refute: ['VERIFIER', 'in-review'], withdraw: ['REPORTER', 'withdrawn'] },
  registered: { dispatch: ['DISPATCHER', 'dispatched'] },
  dispatched: { sign: ['OFFICER', 'handling'], return: ['OFFICER', 'registered'] },
  handling: { finish: ['OFFICER', 'in-inspection'], return: ['OFFICER', 'registered'] },
  'in-inspection': { pass: ['VERIFIER', 'closed'], refuse: ['VERIFIER', 'handling'] },
  closed: { rate: ['REPORTER', 'rated'] },
}
const queues = { review: 'in-review', verify: 'in-verification', dispatch: 'registered', sign: 'dispatched', handle: 'handling', inspect: 'in-inspection' }
const queueRole = { review: 'REVIEWER', verify: 'VERIFIER', dispatch: 'DISPATCHER', sign: 'OFFICER', handle: 'OFFICER', inspect: 'VERIFIER' }
const people = [['u01', '林小满', 'CITIZEN', '市民'], ['u02', '陈国栋', 'CITIZEN', '市民'], ['u07', '沈清', 'REVIEWER', '审核员'], ['u09', '韩枫', 'VERIFIER', '核查员'], ['u11', '曹宁', 'DISPATCHER', '派遣员'], ['u12', '马超群', 'OFFICER', '城市管理局经办人'], ['u20', '苏晴', 'PUBLICITY', '宣传专员']]
const divisions = [
  ['990100', undefined, 'CITY', '云溪市'], ['990102', '990100', 'DISTRICT', '青石区'], ['990102001', '990102', 'STREET', '渔码头街道'], ['990102002', '990102', 'STREET', '文汇街道'],
  ['990102001001', '990102001', 'COMMUNITY', '渔码头社区'], ['990102001002', '990102001', 'COMMUNITY', '桥西社区'], ['990102002001', '990102002', 'COMMUNITY', '文汇社区'],
].map(([code, parent, level, name]) => ({ code, parent, level, name, centre: { longitude: 120.13, latitude: 30.27, datum: 'WGS84' } }))
const square = (name, x, y) => ({ type: 'Feature', properties: { code: name, name, division: '990102001001' }, geometry: { type: 'Polygon', coordinates: [[[x, y], [x + 0.012, y], [x + 0.012, y + 0.009], [x, y + 0.009], [x, y]]] } })
const cells = { type: 'FeatureCollection', features: [0, 1, 2, 3].flatMap((i) => [0, 1, 2].map((j) => square(`第${i * 3 + j + 1}网格`, 120.106 + i * 0.012, 30.256 + j * 0.009))) }
export const templates = [['tmpl-accepted', 'accepted', '受理通知'], ['tmpl-handling', 'handling', '处置进度提醒'], ['tmpl-closed', 'closed', '办结通知']].map(([id, stage, title]) => ({ id, stage, title }))

export function city() {
  const state = { persons: new Map(), sessions: new Map(), cases: [], photos: new Map(), inbox: new Map(), balances: new Map(), prefs: new Map(), articles: [], answers: new Map(), codes: new Map(), listeners: new Set(), cursor: 0 }
  for (const [id, name, role, title] of people) {
    const staff = role === 'CITIZEN' ? undefined : { id, name, unit: role === 'OFFICER' ? { code: 'urban-management', name: '城市管理局' } : undefined, area: { code: '990102', name: '青石区' }, serviceAccount: role === 'OFFICER' ? 'NOT_LINKED' : 'LINKED' }
    state.persons.set(id, { id, name, title, roles: role === 'CITIZEN' ? ['CITIZEN'] : ['CITIZEN', role], consent: { currentVersion: 1 }, staff })
  }
  return state
}

export const person = (state, id) => { const { title: _, ...me } = state.persons.get(id); return me }
export const demoUsers = people.map(([id, name, , role]) => ({ id, name, role }))
export const fixed = { '/problem-types': { version: 1, groups }, '/divisions': divisions, '/grid-cells.geojson': cells, '/flow': { stages: Object.entries(stages).map(([code, name]) => ({ code, name, publicName: name, open: true })), steps: [] }, '/consents/current': { version: 1, title: '隐私保护指引', text: '一、我们只收集解决问题所需要的信息。\n\n二、位置只用来标出问题在哪里，不会记录您的行踪。\n\n三、您可以随时查看、更正、导出和删除自己的数据。' } }

const now = () => new Date().toISOString()
const typeOf = (code) => groups.flatMap((group) => group.types).find((type) => type.code === code)

export function tell(state, to, title, text, link, kind = 'news') {
  const item = { cursor: ++state.cursor, title, text, link, at: now(), read: false, urgency: 'NORMAL' }
  if (kind === 'news') state.inbox.set(to, [item, ...(state.inbox.get(to) ?? [])])
  state.listeners.forEach((each) => each({ to, frame: { kind, cursor: item.cursor, item } }))
}

export function report(state, who, body) {
  const type = typeOf(body.type)
  const place = body.place?.area ? { address: body.place.address, areaName: divisions.find((each) => each.code === body.place.area)?.name, outside: false } : { ...body.place, datum: 'GCJ02', areaName: '渔码头社区', address: body.place?.address ?? '文汇路 18 号', outside: false }
  const made = { id: `990102-${randomUUID().replaceAll('-', '')}`, number: `9901-20261123-${String(state.cases.length + 1).padStart(4, '0')}`, version: 1, type: { code: type.code, name: type.name }, stage: 'in-review', description: body.description, place, reportedAt: now(), dueAt: new Date(Date.now() + 7200e3).toISOString(), overdue: false, dangerous: type.dangerous, photos: body.photos.map((id) => state.photos.get(id)), results: [], anonymous: body.anonymous, reporter: who, timeline: [] }
  state.cases.unshift(made)
  entry(made, 'report', who, state, {})
  return made
}

function entry(one, step, who, state, { note, reason, photos }) {
  const role = state.persons.get(who).title
  one.timeline.push({ step, label: labels[step], stage: { code: one.stage, name: stages[one.stage] }, at: now(), by: step === 'report' ? '市民' : role, note, reason, photos: (photos ?? []).map((id) => state.photos.get(id)) })
}

function may(state, who, one, by) {
  return by === 'REPORTER' ? one.reporter === who : state.persons.get(who)?.roles.includes(by)
}

export function allowed(state, who, one) {
  if (!who) return []
  return Object.entries(flow[one.stage] ?? {}).filter(([, [by]]) => may(state, who, one, by)).map(([step]) => ({ step, label: labels[step] }))
}

export function takeStep(state, who, one, body) {
  const [, to] = flow[one.stage][body.step]
  one.stage = to
  one.version++
  if (body.unit) one.unit = { code: body.unit, name: '城市管理局' }
  if (body.type) one.type = { code: body.type, name: typeOf(body.type).name }
  if (body.step === 'finish') one.results = body.photos.map((id) => state.photos.get(id))
  if (body.step === 'rate') one.rating = { solved: body.solved, stars: body.stars, text: body.text }
  if (body.description) one.description += `\n补充：${body.description}`
  entry(one, body.step, who, state, body)
  tell(state, one.reporter, `${one.type.name}：${stages[to]}`, `您上报的“${one.description.slice(0, 16)}”${labels[body.step]}了`, `pages/case/detail?id=${one.id}`)
}

export function summary(one) {
  const { photos, results: _r, reporter: _w, timeline: _t, rating: _g, anonymous: _a, ...rest } = one
  return { ...rest, stage: { code: one.stage, name: stages[one.stage] }, thumbnail: photos[0]?.thumbnail }
}

export function view(state, who, one) {
  const staff = state.persons.get(who)?.roles.length > 1
  return { ...summary(one), photos: one.photos, results: one.results, anonymous: one.anonymous, mine: one.reporter === who, reporter: staff ? { name: state.persons.get(one.reporter).name } : undefined, screening: staff ? 'PASSED' : undefined, allowed: allowed(state, who, one), timeline: one.timeline, rating: one.rating, linkage: { difficulty: 'SIMPLE', mode: 'LEVELS', levels: [], called: 0, reported: 0 } }
}

export const inQueue = (state, queue) => state.cases.filter((one) => one.stage === queues[queue] || (queue === 'duty' && one.dangerous && flow[one.stage]))
export function counts(state, who) {
  const mine = Object.keys(queues).filter((queue) => state.persons.get(who).roles.includes(queueRole[queue]))
  return Object.fromEntries(mine.map((queue) => [queue, inQueue(state, queue).length]))
}
