/** The queues of staff, and how much waits in each. */
import { reactive } from 'vue'
import { api } from './http'
import { onWhoChanged, session } from './session'
import type { CaseSummary, Paged, Role } from './types'

export type QueueCode = 'duty' | 'review' | 'verify' | 'dispatch' | 'sign' | 'handle' | 'inspect' | 'overdue' | 'shelved'

export interface Queue {
  code: QueueCode
  name: string
  roles: Role[]
  /** Said where nothing waits. */
  empty: string
}

/** In the order of the flow, but for dangers, which come first. */
const all: Queue[] = [
  { code: 'duty', name: '险情', roles: ['REVIEWER', 'DISPATCHER'], empty: '没有险情，平安' },
  { code: 'review', name: '待审核', roles: ['REVIEWER'], empty: '都审完了' },
  { code: 'verify', name: '待核查', roles: ['VERIFIER'], empty: '没有要核查的' },
  { code: 'dispatch', name: '待派遣', roles: ['DISPATCHER'], empty: '都派出去了' },
  { code: 'sign', name: '待签收', roles: ['OFFICER', 'LEADER'], empty: '没有新任务' },
  { code: 'handle', name: '处置中', roles: ['OFFICER', 'LEADER'], empty: '没有在办的任务' },
  { code: 'inspect', name: '待验收', roles: ['VERIFIER'], empty: '没有要验收的' },
  { code: 'overdue', name: '已超时', roles: ['SUPERVISOR', 'LEADER'], empty: '都在时限内' },
  { code: 'shelved', name: '挂账', roles: ['SUPERVISOR'], empty: '问题库里没有案件' },
]

export const work = reactive({
  /** Absent until asked. */
  counts: undefined as Partial<Record<QueueCode, number>> | undefined,
  /** Those the backend counts for me; by my roles until it has answered. */
  queues(): Queue[] {
    const { counts } = work
    return all.filter((each) => (counts ? each.code in counts : session.has(...each.roles)))
  },
  waiting: (queue: QueueCode): number => work.counts?.[queue] ?? 0,
  async count(): Promise<void> {
    await session.settled()
    const serves = work.queues().length > 0 || session.has('SUPERVISOR')
    work.counts = serves && session.isStaff.value ? await api.get<Partial<Record<QueueCode, number>>>('/tasks/counts').catch(() => work.counts) : undefined
  },
  list: (queue: QueueCode, after?: string) => api.get<Paged<CaseSummary>>('/tasks', { queue, after, limit: 20 }),
})

onWhoChanged(() => (work.counts = undefined))
