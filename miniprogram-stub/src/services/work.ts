/** The queues of staff, and how much waits in each. */
import { reactive } from 'vue'
import { api } from './http'
import { session } from './session'
import type { CaseSummary, Paged, Role } from './types'

export type QueueCode = 'duty' | 'review' | 'verify' | 'dispatch' | 'sign' | 'handle' | 'inspect'

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
]

export const work = reactive({
  counts: {} as Partial<Record<QueueCode, number>>,
  /** Those of my roles, and any other the backend counts for me. */
  queues(): Queue[] {
    return all.filter((each) => each.code in work.counts || session.has(...each.roles))
  },
  async count(): Promise<void> {
    work.counts = session.isStaff.value ? await api.get<Partial<Record<QueueCode, number>>>('/tasks/counts').catch(() => ({})) : {}
  },
  list: (queue: QueueCode, after?: string) => api.get<Paged<CaseSummary>>('/tasks', { queue, after, limit: 20 }),
})
