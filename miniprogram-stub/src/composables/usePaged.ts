import { reactive } from 'vue'
import type { Paged } from '@/services/types'
import { sayFailed } from '@/services/toast'

/** A list by cursor: the first page, and more as the reader goes on. */
export function usePaged<T>(fetch: (after?: string) => Promise<Paged<T>>) {
  let latest = 0
  const state = reactive({
    items: [] as T[],
    next: undefined as string | undefined,
    failure: undefined as unknown,
    loading: false,
    loaded: false,
    async reload(): Promise<void> {
      const mine = ++latest
      Object.assign(state, { loading: true, failure: undefined })
      try {
        const page = await fetch()
        if (mine === latest) Object.assign(state, { items: page.items, next: page.next, loaded: true })
      } catch (thrown) {
        if (mine === latest) state.failure = thrown
        if (mine === latest && state.loaded) sayFailed(thrown, () => void state.reload())
      } finally {
        if (mine === latest) state.loading = false
      }
    },
    async more(): Promise<void> {
      if (!state.next || state.loading) return
      const mine = ++latest
      state.loading = true
      try {
        const page = await fetch(state.next)
        if (mine === latest) Object.assign(state, { items: [...state.items, ...page.items], next: page.next })
      } catch (thrown) {
        sayFailed(thrown, () => void state.more())
      } finally {
        if (mine === latest) state.loading = false
      }
    },
    clear(): void {
      latest++
      Object.assign(state, { items: [], next: undefined, loaded: false, loading: false, failure: undefined })
    },
  })
  return state
}
