/**
 * Feeds that many read alike: kept with their ETag, asked for again with `If-None-Match`, and shown from the phone when there
 * is no network, so that a report can be written in a cellar.
 */
import type { Paged, ArticleSummary, Catalogue, Division, Flow } from './types'
import { Failure } from './failure'
import { send } from './http'

interface Kept<T> {
  etag?: string
  data: T
}

async function shared<T>(path: string): Promise<T> {
  const slot = `shared:${path}`
  const kept = uni.getStorageSync(slot) as Kept<T> | '' | undefined
  try {
    const answer = await send<T>({ method: 'GET', path, etag: kept ? kept.etag : undefined })
    if (answer.status === 304 && kept) return kept.data
    uni.setStorageSync(slot, { etag: answer.header('ETag'), data: answer.data })
    return answer.data
  } catch (thrown) {
    if (kept && thrown instanceof Failure && thrown.kind === 'network') return kept.data
    throw thrown
  }
}

export const catalogue = () => shared<Catalogue>('/problem-types')
export const flow = () => shared<Flow>('/flow')
export const divisions = () => shared<Division[]>('/divisions')
export const firstArticles = () => shared<Paged<ArticleSummary>>('/articles?limit=20')
export const gridCells = () => shared<GeoJSON.FeatureCollection>('/grid-cells.geojson')
