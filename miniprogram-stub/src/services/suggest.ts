/** What a model suggests, and how it does. It suggests; a person decides. */
import { api } from './http'
import type { ModelVersion, Named, Paged, Point } from './types'

export interface Suggested {
  type: Named
  probability: number
}

/** So much of what is written is asked about. */
const longest = 300

export async function suggested(text: string, point?: Point): Promise<Suggested[]> {
  const where = point && { longitude: point.longitude, latitude: point.latitude, datum: point.datum }
  return (await api.get<Paged<Suggested>>('/cases/suggestions', { text: [...text].slice(0, longest).join(''), ...where })).items
}

export const models = async () => (await api.get<Paged<ModelVersion>>('/suggestion-models')).items

export const percent = (share: number): string => `${Math.round(share * 100)}%`
