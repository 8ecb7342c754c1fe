import { reactive } from 'vue'
import { type Problem } from '@/api/problem'

export type Kind = 'good' | 'bad' | 'note'

export interface Toast {
  id: number
  kind: Kind
  text: string
  /** Something to do about it: undo, open, try again. */
  act?: { name: string; run: () => void }
}

const STAYS = { good: 4_000, note: 6_000, bad: 9_000 }
const AT_MOST = 4
let last = 0

export const toasts = reactive<Toast[]>([])

export function drop(id: number): void {
  const index = toasts.findIndex((each) => each.id === id)
  if (index >= 0) toasts.splice(index, 1)
}

/** Says something at the edge of the page, aloud too, and takes it away again. */
export function toast(text: string, kind: Kind = 'good', act?: Toast['act']): void {
  const id = ++last
  toasts.push({ id, kind, text, act })
  if (toasts.length > AT_MOST) toasts.shift()
  setTimeout(() => drop(id), STAYS[kind])
}

/** Says what went wrong in the service's own words. */
export function complain(problem: Problem, unreachable: string): void {
  toast(problem.offline ? unreachable : problem.violations[0]?.message || problem.detail || problem.title, 'bad')
}
