/** Ways to say where the trouble is. None of them is the only one. */
import { platform } from '@/platform/platform'
import { NotGranted, type Position } from '@/platform/contract'
import { api } from '@/services/http'
import type { ChosenPlace } from '@/services/reports'
import type { Point, Whereabouts } from '@/services/types'

/** What a point is called; a place is taken without a name where the network fails. */
export async function nameOf(point: Point): Promise<string> {
  const { longitude, latitude, datum } = point
  const found = await api.get<Whereabouts>('/whereabouts', { longitude, latitude, datum }).catch(() => undefined)
  if (!found) return ''
  return found.address || (found.outside ? '本区以外' : found.name) || ''
}

export async function placeAt(by: ChosenPlace['by'], point: Position, known?: string): Promise<ChosenPlace> {
  const { longitude, latitude, datum, accuracy } = point
  return { by, point: { longitude, latitude, datum, accuracy }, address: known || (await nameOf(point)) }
}

export async function placeByPhone(): Promise<ChosenPlace> {
  return placeAt('phone', await platform.locate())
}

/** By WeChat's own map; nothing when the person went back. Throws {@link NotGranted}. */
export async function placeByWeChatMap(near?: Point): Promise<ChosenPlace | undefined> {
  if (!platform.pickPlace) throw new NotGranted()
  const picked = await platform.pickPlace(near)
  return picked && placeAt('map', picked, [picked.address, picked.name].filter(Boolean).join(' '))
}
