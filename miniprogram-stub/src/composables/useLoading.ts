import { reactive } from 'vue'

/** Something loaded for a page: what came, or why not. Loading again keeps what is on show. */
export function useLoading<T>(load: () => Promise<T>) {
  let latest = 0
  const state = reactive({
    data: undefined as T | undefined,
    failure: undefined as unknown,
    loading: false,
    async reload(): Promise<void> {
      const mine = ++latest
      state.loading = true
      state.failure = undefined
      try {
        const got = await load()
        if (mine === latest) (state as { data: T | undefined }).data = got
      } catch (thrown) {
        if (mine === latest) state.failure = thrown
      } finally {
        if (mine === latest) state.loading = false
      }
    },
  })
  return state
}
