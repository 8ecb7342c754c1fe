/** What each step of the flow asks of whoever takes it. The flow itself comes from the backend; this is only the form. */
import { api } from './http'
import { newKey } from './keys'
import type { Case, StepCommand } from './types'

export type FieldName = 'note' | 'reason' | 'photos' | 'unit' | 'into' | 'rating' | 'description' | 'type' | 'hours' | 'until' | 'answer' | 'grade' | 'calls' | 'task'

export interface StepForm {
  /** Fields in order; those in `must` cannot stay empty. */
  fields: FieldName[]
  must: FieldName[]
  hint?: string
  noteLabel?: string
  tone?: 'main' | 'danger' | 'line'
}

const forms: Record<string, StepForm> = {
  accept: { fields: ['type', 'grade', 'note'], must: [], hint: '类型不对时可以在这里更正', tone: 'main' },
  'send-back': { fields: ['reason'], must: ['reason'], hint: '告诉市民还需要补充什么', tone: 'line' },
  reject: { fields: ['reason'], must: ['reason'], hint: '理由会告诉上报人，他可以提出一次异议', tone: 'danger' },
  merge: { fields: ['into', 'note'], must: ['into'], hint: '选择与它相同的那一件', tone: 'line' },
  withdraw: { fields: ['reason'], must: [], hint: '撤回后不再办理', tone: 'danger' },
  supplement: { fields: ['description', 'photos'], must: [], hint: '补充文字或照片，任选其一', tone: 'main' },
  object: { fields: ['reason'], must: ['reason'], hint: '会由另一位审核员重新审核，只能提出一次', tone: 'main' },
  confirm: { fields: ['note', 'photos'], must: [], hint: '到现场看过，情况属实', tone: 'main' },
  refute: { fields: ['reason', 'photos'], must: ['reason'], hint: '与现场不符，请写明看到的情况', tone: 'danger' },
  dispatch: { fields: ['unit', 'note'], must: ['unit'], tone: 'main' },
  sign: { fields: ['note'], must: [], hint: '签收后开始计算处置时限', tone: 'main' },
  return: { fields: ['reason'], must: ['reason'], hint: '说明为什么不归本单位办理', tone: 'line' },
  finish: { fields: ['photos', 'answer', 'note'], must: ['photos'], hint: '请上传处置后的照片', noteLabel: '处置说明', tone: 'main' },
  pass: { fields: ['answer', 'note', 'photos'], must: [], hint: '现场已经解决，核对答复后办结', tone: 'main' },
  refuse: { fields: ['reason', 'photos'], must: ['reason'], hint: '没有解决的地方请写清楚，会退回承办单位返工', tone: 'danger' },
  unmerge: { fields: ['reason'], must: ['reason'], hint: '恢复为单独的案件，重新审核', tone: 'line' },
  urge: { fields: ['reason'], must: [], hint: '会立即提醒正在办理的人，一天最多一次', tone: 'line' },
  supervise: { fields: ['reason'], must: ['reason'], hint: '会提醒承办人员和单位负责人', tone: 'line' },
  'ask-extension': { fields: ['hours', 'reason'], must: ['hours', 'reason'], hint: '由派遣员审批，批准前时限不变', tone: 'line' },
  'grant-extension': { fields: ['note'], must: [], hint: '时限按申请的小时数顺延', tone: 'main' },
  'decline-extension': { fields: ['reason'], must: ['reason'], hint: '时限不变，请写明理由', tone: 'line' },
  shelve: { fields: ['until', 'reason'], must: ['until', 'reason'], hint: '暂时不具备处置条件的，列入问题库，到期复查', tone: 'line' },
  resume: { fields: ['note'], must: [], hint: '重新交给原单位签收办理', tone: 'main' },
  reopen: { fields: ['reason', 'photos'], must: ['reason'], hint: '没有解决可以申请一次返工，会换一位经办人重新处置', tone: 'line' },
  uphold: { fields: ['note', 'photos'], must: [], hint: '对比处置前后，确已解决', tone: 'main' },
  overturn: { fields: ['reason', 'photos'], must: ['reason'], hint: '现场仍有问题，会重新立案并换人处置', tone: 'danger' },
  whistle: { fields: ['calls', 'note'], must: ['calls'], hint: '选一个牵头单位，再选协办和属地单位；每家各有任务和时限，全部报到后进入验收', noteLabel: '交代的话', tone: 'main' },
  'call-more': { fields: ['calls', 'note'], must: ['calls'], hint: '新增的单位马上收到通知', noteLabel: '交代的话', tone: 'line' },
  'sign-task': { fields: ['note'], must: [], hint: '签收本单位的联办任务', tone: 'main' },
  'report-task': { fields: ['photos', 'note'], must: ['note'], hint: '本单位的部分已经办完；牵头单位请上传处置后的照片', noteLabel: '办理情况', tone: 'main' },
  'return-task': { fields: ['reason'], must: ['reason'], hint: '说明为什么不归本单位办理', tone: 'line' },
  'release-task': { fields: ['task', 'reason'], must: ['task', 'reason'], hint: '不再需要的单位，会收到通知', tone: 'line' },
  offer: { fields: ['note'], must: [], hint: '开放给附近市民认领处置；无人认领时自动转回派遣', tone: 'line' },
  'take-over': { fields: ['note'], must: [], hint: '不再等市民认领，转由部门办理', tone: 'line' },
  claim: { fields: [], must: [], hint: '认领后请在期限内到现场处置，拍下处置前后的照片。到期未提交会自动放开，不影响您以后认领。', tone: 'main' },
  'give-back': { fields: ['reason'], must: [], hint: '放弃后其他市民可以认领，没有关系', tone: 'line' },
  approve: { fields: ['answer', 'note'], must: [], hint: '前后照片对得上，核对答复后办结', tone: 'main' },
  disapprove: { fields: ['reason'], must: ['reason'], hint: '写清楚哪里没做好，会告诉处置的市民，案件重新开放认领', tone: 'danger' },
  rate: { fields: ['rating'], must: ['rating'], tone: 'main' },
}

/** The form of a step; one this page does not know yet asks for a note. */
export function formOf(step: string): StepForm {
  return forms[step] ?? { fields: ['note'], must: [] }
}

export function takeStep(id: string, command: StepCommand, key = newKey()): Promise<Case> {
  return api.post<Case>(`/cases/${id}/steps`, command, key)
}
