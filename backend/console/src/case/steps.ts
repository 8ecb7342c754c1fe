/** What each step of a flow asks of whoever takes it. Which steps there are, and who may take them, the service says. */
export type FieldName =
  | 'note' | 'reason' | 'photos' | 'unit' | 'into' | 'type' | 'hours' | 'until' | 'answer' | 'grade' | 'calls' | 'task'

export interface StepForm {
  /** In order; those in `must` cannot stay empty. */
  fields: FieldName[]
  must: FieldName[]
  tone?: 'danger'
}

const FORMS: Record<string, StepForm> = {
  accept: { fields: ['type', 'grade', 'note'], must: [] },
  'send-back': { fields: ['reason'], must: ['reason'] },
  reject: { fields: ['reason'], must: ['reason'], tone: 'danger' },
  merge: { fields: ['into', 'note'], must: ['into'] },
  unmerge: { fields: ['reason'], must: ['reason'] },
  confirm: { fields: ['note', 'photos'], must: [] },
  refute: { fields: ['reason', 'photos'], must: ['reason'], tone: 'danger' },
  dispatch: { fields: ['unit', 'note'], must: ['unit'] },
  return: { fields: ['reason'], must: ['reason'] },
  finish: { fields: ['photos', 'answer', 'note'], must: ['photos'] },
  pass: { fields: ['answer', 'note', 'photos'], must: [] },
  refuse: { fields: ['reason', 'photos'], must: ['reason'], tone: 'danger' },
  supervise: { fields: ['reason'], must: ['reason'] },
  'ask-extension': { fields: ['hours', 'reason'], must: ['hours', 'reason'] },
  'decline-extension': { fields: ['reason'], must: ['reason'] },
  shelve: { fields: ['until', 'reason'], must: ['until', 'reason'] },
  overturn: { fields: ['reason', 'photos'], must: ['reason'], tone: 'danger' },
  uphold: { fields: ['note', 'photos'], must: [] },
  whistle: { fields: ['calls', 'note'], must: ['calls'] },
  'call-more': { fields: ['calls', 'note'], must: ['calls'] },
  'report-task': { fields: ['photos', 'note'], must: ['note'] },
  'return-task': { fields: ['reason'], must: ['reason'] },
  'release-task': { fields: ['task', 'reason'], must: ['task', 'reason'] },
  approve: { fields: ['answer', 'note'], must: [] },
  disapprove: { fields: ['reason'], must: ['reason'], tone: 'danger' },
}

/** The form of a step; one this page does not know yet asks for a note. */
export function formOf(step: string): StepForm {
  return FORMS[step] ?? { fields: ['note'], must: [] }
}

/** The steps that say yes and no to a case, whatever stage it is at: what the keys A and R mean. */
export const YES = ['accept', 'confirm', 'dispatch', 'sign', 'sign-task', 'finish', 'report-task', 'pass', 'approve', 'uphold', 'grant-extension']
export const NO = ['reject', 'refute', 'return', 'return-task', 'refuse', 'disapprove', 'overturn', 'decline-extension']

/** Steps one person alone should be at: whoever opens such a case has it in hand. */
export const ALONE = ['accept', 'confirm', 'dispatch', 'pass', 'approve', 'uphold']

/** Steps that can be taken of many cases at once, by queue; the others need a look at each. */
export const BULK: Record<string, { step: string; reason?: boolean }[]> = {
  review: [{ step: 'accept' }, { step: 'reject', reason: true }],
  inspect: [{ step: 'pass' }],
  sign: [{ step: 'sign' }],
}
