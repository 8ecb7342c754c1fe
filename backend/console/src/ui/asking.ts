import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

/** Something a page asks the service for, and how that stands. */
export interface Asking<T> {
  data: Readonly<Ref<T | undefined>>
  failure: Readonly<Ref<Problem | undefined>>
  loading: Readonly<Ref<boolean>>
  /** Asks (again). An answer that comes after a later question is dropped. What is shown stays until the new answer is there. */
  load: () => Promise<void>
}

export function useAsking<T>(asks: () => Promise<T>, atOnce = true): Asking<T> {
  const data = shallowRef<T>()
  const failure = shallowRef<Problem>()
  const loading = ref(false)
  let turn = 0
  onScopeDispose(() => (turn = -1))

  async function load(): Promise<void> {
    if (turn < 0) return
    const mine = ++turn
    loading.value = true
    try {
      const answer = await asks()
      if (mine !== turn) return
      data.value = answer
      failure.value = undefined
    } catch (thrown) {
      if (mine === turn) failure.value = asProblem(thrown)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  if (atOnce) void load()
  return { data, failure, loading, load }
}

/** A page of a list, as the service gives it. */
export interface Page<T> {
  items: T[]
  next?: string | null
}

export interface Listing<T> {
  items: Ref<T[]>
  failure: Readonly<Ref<Problem | undefined>>
  loading: Readonly<Ref<boolean>>
  more: Readonly<Ref<boolean>>
  load: () => Promise<void>
  loadMore: () => Promise<void>
}

/** A list that is read page by page, by the service's cursor. */
export function useListing<T>(asks: (after: string | undefined) => Promise<Page<T>>, atOnce = true): Listing<T> {
  const items = shallowRef<T[]>([])
  const failure = shallowRef<Problem>()
  const loading = ref(false)
  const more = ref(false)
  let next: string | undefined
  let turn = 0
  onScopeDispose(() => (turn = -1))

  async function read(after: string | undefined): Promise<void> {
    if (turn < 0) return
    const mine = ++turn
    loading.value = true
    try {
      const page = await asks(after)
      if (mine !== turn) return
      items.value = after === undefined ? page.items : [...items.value, ...page.items]
      next = page.next ?? undefined
      more.value = next !== undefined
      failure.value = undefined
    } catch (thrown) {
      if (mine === turn) failure.value = asProblem(thrown)
    } finally {
      if (mine === turn) loading.value = false
    }
  }

  const load = () => read(undefined)
  if (atOnce) void load()
  return { items, failure, loading, more, load, loadMore: () => (next === undefined ? Promise.resolve() : read(next)) }
}

/** Something one does: while it runs it cannot be begun again; what goes wrong is said by the caller. */
export function useDoing(complain: (problem: Problem) => void): { doing: Readonly<Ref<boolean>>; run: (work: () => Promise<void>) => Promise<void> } {
  const doing = ref(false)
  return {
    doing,
    async run(work) {
      if (doing.value) return
      doing.value = true
      try {
        await work()
      } catch (thrown) {
        complain(asProblem(thrown))
      } finally {
        doing.value = false
      }
    },
  }
}
