/** Cases of one problem: found before a report is made, joined instead of reported again, compared by a reviewer. */
import { api } from './http'
import type { CaseSummary, Paged, Point } from './types'

export interface Support {
  supporters: number
  supported: boolean
}

/** `rank`, `words` and `picture` from 0 to 1. */
export type Candidate = CaseSummary & { rank: number; words: number; picture: number }

export const search = (words: string, after?: string) => api.get<Paged<CaseSummary>>('/cases/search', { words, after, limit: 20 })
export const candidates = async (id: string) => (await api.get<Paged<Candidate>>(`/cases/${id}/candidates`)).items
export const join = (id: string) => api.put<Support>(`/cases/${id}/support`, undefined)
export const leave = (id: string) => api.delete<Support>(`/cases/${id}/support`)

export async function similar(type: string, { longitude, latitude, datum }: Point): Promise<CaseSummary[]> {
  return (await api.get<Paged<CaseSummary>>('/cases/similar', { type, longitude, latitude, datum })).items
}

/** Why a case is offered as a twin, in few words. */
export function likeness(one: Candidate): string {
  const parts = [one.picture >= 0.5 ? '照片相似' : '', one.words >= 0.3 ? '描述相近' : ''].filter(Boolean)
  return parts.join(' · ')
}
