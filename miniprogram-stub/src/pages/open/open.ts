import { reactive } from 'vue'
import { usePaged } from '@/composables/usePaged'
import { api } from '@/services/http'
import type { CaseSummary, Paged, Rates } from '@/services/types'

/** What of the public cases somebody wants to see; empty words do not matter. */
export interface Filter {
  type: string
  state: string
  area: string
  days: number
}

const day = 86_400_000

export function useOpenCases() {
  const filter = reactive<Filter>({ type: '', state: '', area: '', days: 0 })
  const list = usePaged<CaseSummary>((after) => api.get<Paged<CaseSummary>>('/cases/public', { ...asked(filter), after, limit: 20 }))
  return Object.assign(list, {
    filter,
    choose(part: Partial<Filter>): void {
      Object.assign(filter, part)
      list.clear()
      void list.reload()
    },
  })
}

function asked(filter: Filter): Record<string, string | undefined> {
  return {
    type: filter.type || undefined,
    state: filter.state || undefined,
    area: filter.area || undefined,
    since: filter.days ? new Date(Date.now() - filter.days * day).toISOString() : undefined,
  }
}

/** The months one may ask for: this one and the two years before it. */
const oldest = 24

export function useRates() {
  const state = reactive({
    /** Months before this one. */
    back: 0,
    data: undefined as Rates | undefined,
    loading: false,
    failure: undefined as unknown,
    async reload(): Promise<void> {
      const wanted = state.back
      state.loading = true
      state.failure = undefined
      try {
        const data = await api.get<Rates>('/rates', { month: month(wanted) })
        if (wanted === state.back) state.data = data
      } catch (thrown) {
        if (wanted === state.back) state.failure = thrown
      } finally {
        if (wanted === state.back) state.loading = false
      }
    },
    go(by: number): void {
      state.back = Math.min(oldest, Math.max(0, state.back + by))
      void state.reload()
    },
  })
  return state
}

/** In the city's time: its officials and citizens read the same month, wherever the phone is. */
function month(back: number): string {
  const now = new Date(Date.now() + 8 * 3_600_000)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)
}

export type OpenCaseList = ReturnType<typeof useOpenCases>
export type RatesOfMonth = ReturnType<typeof useRates>
