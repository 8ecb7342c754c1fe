import { reactive } from 'vue'
import { usePaged } from '@/composables/usePaged'
import type { View } from '@/services/geo'
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

/** As far as the backend looks around a place. */
const farthest = 5000
const mostOnMap = 100

/** The public cases a map shows, asked anew whenever it shows another part of the city. */
export function useCasesOnMap(filter: Filter) {
  let view: View | undefined
  const state = reactive({
    items: [] as CaseSummary[],
    failure: undefined as unknown,
    /** Whether more lies in view than was asked for. */
    partly: false,
    async look(next: View | undefined = view): Promise<void> {
      if (!next) return
      view = next
      const { centre, radius } = next
      const around = { ...centre, radius: Math.ceil(Math.min(radius, farthest)), limit: mostOnMap }
      try {
        const { items } = await api.get<Paged<CaseSummary>>('/cases/nearby', { ...asked(filter), ...around })
        if (view !== next) return
        Object.assign(state, { items, failure: undefined, partly: radius > farthest || items.length === mostOnMap })
      } catch (thrown) {
        if (view === next) state.failure = thrown
      }
    },
  })
  return state
}

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
    /** Code of a division; empty for the whole city. */
    area: '',
    data: undefined as Rates | undefined,
    loading: false,
    failure: undefined as unknown,
    async reload(): Promise<void> {
      const wanted = `${state.back} ${state.area}`
      const asked = { month: month(state.back), area: state.area || undefined }
      const still = () => wanted === `${state.back} ${state.area}`
      state.loading = true
      state.failure = undefined
      try {
        const data = await api.get<Rates>('/rates', asked)
        if (still()) state.data = data
      } catch (thrown) {
        if (still()) state.failure = thrown
      } finally {
        if (still()) state.loading = false
      }
    },
    choose(area: string): void {
      state.area = area
      void state.reload()
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
