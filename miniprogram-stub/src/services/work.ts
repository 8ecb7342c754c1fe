/** The queues of staff, and how much waits in each. */
import { reactive } from 'vue'
import { api } from './http'
import { newKey } from './keys'
import { onWhoChanged, session } from './session'
import type { Case, CaseSummary, Hold, Paged, Role, Task } from './types'

export type QueueCode = 'duty' | 'review' | 'verify' | 'dispatch' | 'extension' | 'sign' | 'handle' | 'inspect' | 'appraise' | 'reinspect' | 'callback' | 'overdue' | 'shelved'

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
  { code: 'extension', name: '延期申请', roles: ['DISPATCHER', 'SUPERVISOR'], empty: '没有要批的延期' },
  { code: 'sign', name: '待签收', roles: ['OFFICER', 'LEADER'], empty: '没有新任务' },
  { code: 'handle', name: '处置中', roles: ['OFFICER', 'LEADER'], empty: '没有在办的任务' },
  { code: 'inspect', name: '待验收', roles: ['VERIFIER'], empty: '没有要验收的' },
  { code: 'appraise', name: '待评定', roles: ['REVIEWER'], empty: '没有要评定的结果' },
  { code: 'reinspect', name: '复查', roles: ['VERIFIER'], empty: '没有要复查的' },
  { code: 'callback', name: '回访', roles: ['REVIEWER'], empty: '都回访过了' },
  { code: 'overdue', name: '已超时', roles: ['SUPERVISOR', 'WORKING_GROUP', 'LEADER'], empty: '都在时限内' },
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
    const serves = work.queues().length > 0 || session.has('SUPERVISOR', 'WORKING_GROUP')
    work.counts = serves && session.isStaff.value ? await api.get<Partial<Record<QueueCode, number>>>('/tasks/counts').catch(() => work.counts) : undefined
  },
  list: (queue: QueueCode, after?: string) => api.get<Paged<Task>>('/tasks', { queue, after, limit: 20 }),
  /** Takes the next case that nobody is at work on; nothing where none waits. */
  next: (queue: QueueCode) => api.post<Case | undefined>(`/tasks/next?queue=${queue}`, {}),
})

/** How often a hold is taken anew while the page is open: well before the shortest lease of the rulebook runs out. */
export const renewEvery = 4 * 60_000

/** Steps one person alone should be at: whoever opens such a case has it in hand, by whatever way they came. */
export const workedAlone = ['accept', 'confirm', 'dispatch', 'pass', 'approve', 'uphold']

/** Takes a case, or holds on to it. */
export const hold = (id: string) => api.post<Hold>(`/tasks/${id}/hold`, {})
export const letGo = (id: string) => api.delete<undefined>(`/tasks/${id}/hold`).catch(() => undefined)

/** Steps that can be taken of many cases at once, by queue; the others need a look at each. */
export const bulkSteps: Partial<Record<QueueCode, { step: string; label: string; reason?: boolean }[]>> = {
  review: [
    { step: 'accept', label: '批量受理' },
    { step: 'reject', label: '批量不受理', reason: true },
  ],
  inspect: [{ step: 'pass', label: '批量通过' }],
  sign: [{ step: 'sign', label: '批量签收' }],
}

export interface Outcome {
  id: string
  done?: CaseSummary
  problem?: { title?: string; detail?: string }
}

/** At most this many in one call, so that progress can be seen. */
const portion = 5

/** Keys of portions that have no answer yet, by what they ask for: sent again, one is answered with what became of it. */
const keys = new Map<string, string>()

function key(portion: unknown): string {
  const asked = JSON.stringify(portion)
  const known = keys.get(asked) ?? newKey()
  keys.set(asked, known)
  return known
}

/** One step of many cases: each by itself; what became of each, as it becomes known. Tried again it is the same command. */
export async function takeMany(items: Task[], step: string, reason: string | undefined, told: (outcomes: Outcome[]) => void): Promise<void> {
  for (let from = 0; from < items.length; from += portion) {
    const some = items.slice(from, from + portion).map(({ id, version }) => ({ id, version, step, reason }))
    const { items: outcomes } = await api.post<{ items: Outcome[] }>('/cases/steps', { items: some }, key(some))
    keys.delete(JSON.stringify(some))
    told(outcomes)
  }
}

onWhoChanged(() => (work.counts = undefined))
