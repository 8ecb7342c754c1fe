/** Words for the ways a case finds hands: difficulty, mode, levels, tasks. */
import type { Linkage, TaskState } from './types'

export type Difficulty = Linkage['difficulty']
export type Mode = Linkage['mode']
export type Level = NonNullable<Linkage['level']>
export type Part = 'LEAD' | 'ASSIST' | 'LEVEL'

export const difficulties: Record<Difficulty, string> = { SIMPLE: '简单', ORDINARY: '一般', HARD: '疑难' }
export const modes: Record<Mode, { name: string; hint: string }> = {
  SELF: { name: '市民自治', hint: '开放给市民认领解决' },
  LEVELS: { name: '逐级办理', hint: '社区、街道、区、市，到时未办结自动上提' },
  WHISTLE: { name: '吹哨报到', hint: '牵头、协办单位和各级一次召集' },
}
export const levels: Record<Level, string> = { COMMUNITY: '社区', STREET: '街道', DISTRICT: '区', CITY: '市' }
export const parts: Record<Part, string> = { LEAD: '牵头', ASSIST: '协办', LEVEL: '属地' }
export const states: Record<TaskState, string> = { CALLED: '待签收', SIGNED: '办理中', REPORTED: '已报到', RETURNED: '已退回', RELEASED: '已取消' }

/** Which way a difficulty usually goes; the rule's own word counts where it was asked about this difficulty. */
export const usual: Record<Difficulty, Mode> = { SIMPLE: 'SELF', ORDINARY: 'LEVELS', HARD: 'WHISTLE' }

type Proposal = NonNullable<Linkage['proposal']>

/** Why the rule proposes what it does, for the reviewer. */
export function because(proposal: Proposal): string[] {
  const words: Record<string, string> = {
    TYPE: '这类问题通常如此',
    PLACE: '这一片区的这类问题另有规定',
    RECURRING: `附近近期已办结 ${proposal.before} 件同类案件，又出现了`,
    REOPENED: '结案后返工',
  }
  return ['TYPE', 'PLACE', 'RECURRING', 'REOPENED'].filter((each) => (proposal.why as string[]).includes(each)).map((each) => words[each] ?? '')
}
