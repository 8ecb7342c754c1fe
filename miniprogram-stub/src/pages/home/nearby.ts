import { reactive } from 'vue'
import { platform } from '@/platform/platform'
import { api } from '@/services/http'
import { divisions } from '@/services/shared'
import type { CaseSummary, Paged, Point } from '@/services/types'

export const radius = 2000

/** The middle of the district, where the phone does not say where it is. */
async function middle(): Promise<Point | undefined> {
  const all = await divisions()
  const district = all.find((each) => each.level.toLowerCase() === 'district' && each.centre) ?? all.find((each) => each.centre)
  const centre = district?.centre
  return centre && { longitude: centre.longitude, latitude: centre.latitude, datum: centre.datum ?? 'WGS84' }
}

/** Public cases around a place: the middle of the district at first, the phone's own once the person asked for it. */
export function useNearby() {
  const state = reactive({
    items: [] as CaseSummary[],
    centre: undefined as Point | undefined,
    /** Whether the list is around the person. */
    mine: false,
    loading: false,
    loaded: false,
    failure: undefined as unknown,
    async reload(): Promise<void> {
      state.loading = true
      state.failure = undefined
      try {
        state.centre ??= await middle()
        state.items = await load(state.centre)
        state.loaded = true
      } catch (thrown) {
        state.failure = thrown
      } finally {
        state.loading = false
      }
    },
    /** Throws when the phone may not or cannot tell where it is. */
    async aroundMe(): Promise<void> {
      state.centre = await platform.locate()
      state.mine = true
      await state.reload()
    },
  })

  async function load(centre: Point | undefined): Promise<CaseSummary[]> {
    if (!centre) return (await api.get<Paged<CaseSummary>>('/cases/public', { limit: 20 })).items
    const { longitude, latitude, datum } = centre
    const around = state.mine ? radius : 5000
    return (await api.get<Paged<CaseSummary>>('/cases/nearby', { longitude, latitude, datum, radius: around, limit: 50 })).items
  }

  return state
}

export type Nearby = ReturnType<typeof useNearby>
