/** The rules of the city: versions, drafts of the next one, proposals, the working group that answers for them. */
import { api } from './http'
import type { components } from './api'
import type { Paged } from './types'

type Schemas = components['schemas']

/** What the document calls a part of a rulebook is any JSON; these are the parts people look at. */
export interface Limit {
  length: string
  clock: 'WORKING' | 'WALL'
}
export interface BookType {
  code: string
  name: string
  unit: string
  difficulty: string
  dangerous: boolean
  limits: Record<string, Limit>
  /** For cases of a difficulty, where it is another than for the others of the type. */
  byDifficulty: Record<string, Record<string, Limit>>
}
export interface BookRow {
  type: string
  area: string
  level: string
  unit: string
}
export interface BookField {
  code: string
  label: string
  kind: NonNullable<Schemas['Field']['kind']>
  required: boolean
  help: string
  choices: Record<string, string>
  min: number
  max: number
  length: number
  publicly: boolean
}
export interface Book {
  groups: { code: string; name: string; types: BookType[] }[]
  flow: { stages: { code: string; name: string; open: boolean }[]; steps: { from: string; name: string; to: string; label: string; by: string[] }[] }
  responsibility: { rows: BookRow[] }
  forms: { forms: { type: string; fields: BookField[] }[] }
  [section: string]: unknown
}

export interface Somebody {
  person: string
  name: string
}
export type VersionLine = Required<Schemas['VersionLine']>
export interface Version {
  version: VersionLine
  content: Book
}
export interface RuleDraftLine {
  id: string
  name: string
  base: number
  source: number
  version: number
  state: 'OPEN' | 'PROPOSED' | 'APPROVED'
  author?: Somebody
  changedAt: string
  number?: number
}
export interface Fault {
  where: string
  words: string
}
export interface RuleDraft {
  draft: RuleDraftLine
  content: Book
  faults: Fault[]
}
export interface Change {
  section: string
  where: string
  title: string
  before?: string
  after?: string
}
export interface Changes {
  changes: Change[]
  approvers: number
  headNeeded: boolean
}
export interface DryRun {
  underWay: { subject: string; looked: number; all: boolean; changed: number; kinds: Record<string, number>; examples: { id: string; number: string; name: string; kind: string; before?: string; after?: string }[] }[]
  fresh: { type: string; name: string; changes: string[] }[]
}
export interface Proposal {
  id: string
  version: number
  state: 'OPEN' | 'APPROVED' | 'DECLINED' | 'WITHDRAWN'
  draft: string
  name: string
  base: number
  approvers: number
  headNeeded: boolean
  effectiveFrom: string
  basis: string
  meeting: string
  decision: number
  proposer?: Somebody
  at: string
  reason?: string
  number?: number
  mine: boolean
  approvals: { by?: Somebody; head: boolean; at: string }[]
}
export interface Member {
  id: string
  person?: string
  name: string
  unit?: string
  duty: string
  head: boolean
  present: boolean
  from: string
  until?: string
}
export interface Group {
  members: Member[]
  mine: boolean
  head: boolean
}
export interface Meeting {
  id: string
  version: number
  heldOn: string
  title: string
  agenda: string
  minutes: string
  decisions: string[]
  author?: Somebody
  signedAt?: string
  signer?: Somebody
}
export interface Task {
  id: string
  version: number
  words: string
  owner?: Somebody
  dueOn: string
  overdue: boolean
  meeting?: string
  doneAt?: string
}
export interface Reviewer {
  person: string
  name: string
  unit?: string
  /** Whatever the type; else only `types`, possibly none. */
  all: boolean
  types: string[]
}

const drafts = '/rulebook/drafts'
const proposals = '/rulebook/proposals'

export const rules = {
  versions: (after?: string) => api.get<Paged<VersionLine>>('/rulebook/versions', { after, limit: 20 }),
  version: (number: number) => api.get<Version>(`/rulebook/versions/${number}`),
  drafts: (after?: string) => api.get<Paged<RuleDraftLine>>(drafts, { after, limit: 20 }),
  begin: (name: string, from: number) => api.post<RuleDraft>(drafts, { name, from }),
  draft: (id: string) => api.get<RuleDraft>(`${drafts}/${id}`),
  write: (id: string, version: number, section: string, content: unknown) => api.put<RuleDraft>(`${drafts}/${id}/sections/${section}`, { version, content }),
  rebase: (id: string, version: number) => api.post<RuleDraft>(`${drafts}/${id}/rebase`, { version }),
  drop: (id: string) => api.delete<void>(`${drafts}/${id}`),
  changes: (id: string) => api.get<Changes>(`${drafts}/${id}/changes`),
  dryRun: (id: string) => api.get<DryRun>(`${drafts}/${id}/dry-run`),
  proposals: (after?: string) => api.get<Paged<Proposal>>(proposals, { after, limit: 20 }),
  proposal: (id: string) => api.get<Proposal>(`${proposals}/${id}`),
  propose: (wish: { draft: string; version: number; effectiveOn: string; basis: string; meeting: string; decision: number }) => api.post<Proposal>(proposals, wish),
  vote: (id: string, how: 'approve' | 'decline' | 'withdraw', version: number, reason?: string) => api.post<Proposal>(`${proposals}/${id}/${how}`, { version, reason }),
}

export const group = {
  read: () => api.get<Group>('/working-group'),
  candidates: () => api.get<(Somebody & { unit?: string })[]>('/working-group/candidates'),
  appoint: (person: string, head: boolean, duty: string) => api.post<Group>('/working-group/members', { person, head, duty }),
  end: (member: string) => api.delete<void>(`/working-group/members/${member}`),
  reviewers: () => api.get<Reviewer[]>('/working-group/reviewers'),
  qualify: (person: string, all: boolean, types: string[]) => api.put<Reviewer>(`/working-group/reviewers/${person}`, { all, types }),
  meetings: (after?: string) => api.get<Paged<Meeting>>('/working-group/meetings', { after, limit: 20 }),
  meeting: (id: string) => api.get<Meeting>(`/working-group/meetings/${id}`),
  keep: (meeting: Partial<Meeting>) => (meeting.id ? api.put<Meeting>(`/working-group/meetings/${meeting.id}`, meeting) : api.post<Meeting>('/working-group/meetings', meeting)),
  sign: (meeting: Meeting) => api.post<Meeting>(`/working-group/meetings/${meeting.id}/sign`, { version: meeting.version }),
  actions: (after?: string) => api.get<Paged<Task>>('/working-group/actions', { after, limit: 20 }),
  give: (words: string, owner: string, dueOn: string, meeting?: string) => api.post<Task>('/working-group/actions', { words, owner, dueOn, meeting }),
  done: (task: Task, done: boolean) => api.put<Task>(`/working-group/actions/${task.id}`, { version: task.version, words: task.words, owner: task.owner?.person, dueOn: task.dueOn, meeting: task.meeting, done }),
}

/** Hours of a limit such as `PT4H` or `PT1H30M`; nothing where it is no such text. */
export function hoursOf(length: string): number {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(length)
  if (!found) return 0
  return Number(found[1] ?? 0) * 24 + Number(found[2] ?? 0) + Number(found[3] ?? 0) / 60
}

/** Back again, to the minute. */
export function lengthOf(hours: number): string {
  const minutes = Math.round(hours * 60)
  const rest = minutes % 60
  return `PT${Math.floor(minutes / 60)}H${rest ? `${rest}M` : ''}`
}

/** The limits of a type for all cases, or for those of a difficulty. */
export function limitsOf(type: BookType | undefined, difficulty: string): Record<string, Limit> {
  return (difficulty ? type?.byDifficulty?.[difficulty] : type?.limits) ?? {}
}

/** A type with other limits, in hours by step; a step left empty is without, and of a difficulty as for all. */
export function withLimits(type: BookType, difficulty: string, hours: Record<string, string>): BookType {
  const before = limitsOf(type, difficulty)
  const untouched = Object.entries(before).filter(([step]) => !type.limits[step])
  const written = Object.entries(type.limits)
    .filter(([step]) => hours[step])
    .map(([step, usual]) => [step, { ...(before[step] ?? usual), length: lengthOf(Number(hours[step])) }])
  const limits = Object.fromEntries([...untouched, ...written]) as Record<string, Limit>
  if (!difficulty) return { ...type, limits }
  const others = Object.entries(type.byDifficulty ?? {}).filter(([of]) => of !== difficulty)
  return { ...type, byDifficulty: Object.fromEntries([...others, ...(Object.keys(limits).length ? [[difficulty, limits]] : [])]) }
}

export function limitWords(limit: Limit | undefined): string {
  if (!limit) return '不限'
  const hours = hoursOf(limit.length)
  return `${hours < 1 ? `${Math.round(hours * 60)} 分钟` : `${+hours.toFixed(1)} 小时`}${limit.clock === 'WORKING' ? '（工作时间）' : '（自然时间）'}`
}

export const levels: Record<string, string> = { COMMUNITY: '社区', STREET: '街道', DISTRICT: '区', CITY: '市' }
export const difficulties: Record<string, string> = { SIMPLE: '简单', ORDINARY: '一般', HARD: '复杂' }
export const kinds: Record<BookField['kind'], string> = { TEXT: '文字', NUMBER: '数字', CHOICE: '单选', YES_NO: '是否', DATE: '日期' }
export const draftStates = { OPEN: '修改中', PROPOSED: '审批中', APPROVED: '已生效' } as const
export const proposalStates = { OPEN: '待审批', APPROVED: '已通过', DECLINED: '未通过', WITHDRAWN: '已撤回' } as const
export const takers: Record<string, string> = {
  CITIZEN: '市民', REPORTER: '上报人', SYSTEM: '系统', REVIEWER: '审核员', VERIFIER: '核查员', DISPATCHER: '派遣员', OFFICER: '经办人', LEADER: '单位领导', SUPERVISOR: '监督员',
  WORKING_GROUP: '工作专班', HOTLINE_CLERK: '接线员', HOLDER: '认领市民',
}
