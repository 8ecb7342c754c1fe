/** What is nobody's business is kept out of what people see: words, faces, plates. */
import { api } from './http'
import type { Case, Region, ReporterContact } from './types'

export const rewrite = (id: string, description: string | undefined) => api.put<Case>(`/cases/${id}/public-text`, { description })
export const contact = (id: string) => api.get<ReporterContact>(`/cases/${id}/contact`)
export const covered = async (id: string, photo: string) => (await api.get<{ regions: Region[] }>(`/cases/${id}/photos/${photo}/redactions`)).regions
export const cover = (id: string, photo: string, regions: Region[]) => api.put<Case>(`/cases/${id}/photos/${photo}/redactions`, { regions })

/** Smaller than this, in shares of the picture, a finger only slipped. */
const slip = 0.01

/** The region between two corners, within the picture; nothing when it is too small to be meant. */
export function between(from: { x: number; y: number }, to: { x: number; y: number }): Region | undefined {
  const inside = (share: number) => Math.min(1, Math.max(0, share))
  const [left, right] = [inside(Math.min(from.x, to.x)), inside(Math.max(from.x, to.x))]
  const [top, bottom] = [inside(Math.min(from.y, to.y)), inside(Math.max(from.y, to.y))]
  const region = { x: left, y: top, width: right - left, height: bottom - top }
  return region.width < slip || region.height < slip ? undefined : region
}
