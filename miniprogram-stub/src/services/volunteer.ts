/** Everyone a grid worker: enrolling, learning, and what volunteers are asked. */
import { api } from './http'
import type { Ask, Asking, Membership, NearbyAsk, Paged, Point, Quiz, QuizResult, Training, VolunteerCard } from './types'

export type Answer = Ask['answer'] extends { answer: infer Given } | undefined ? Given : never

export const membership = () => api.get<Membership>('/volunteers/me')
export const training = () => api.get<Training>('/volunteers/training')
export const enrol = (areas: string[], kinds: string[], point?: Point) => api.put<Membership>('/volunteers/me', { areas, kinds, point })
export const pauseUntil = (until: string) => api.put<Membership>('/volunteers/me/pause', { until })
export const resume = () => api.delete<Membership>('/volunteers/me/pause')
export const leave = () => api.delete<void>('/volunteers/me')
export const drawQuiz = () => api.post<Quiz>('/volunteers/me/quiz', {})
export const handIn = (answers: { question: string; choice: number }[]) => api.post<QuizResult>('/volunteers/me/quiz/answers', { answers })
export const checkCard = (number: string) => api.get<VolunteerCard>(`/volunteers/cards/${encodeURIComponent(number)}`)

export const myAsks = (after?: string) => api.get<Paged<Ask>>('/asks/mine', { after, limit: 20 })
export const oneAsk = (id: string) => api.get<Ask>(`/asks/${id}`)
export const offer = (caseId: string) => api.post<Ask>(`/cases/${caseId}/asks`, {})

export async function asksNear({ longitude, latitude, datum }: Point): Promise<NearbyAsk[]> {
  return (await api.get<Paged<NearbyAsk>>('/asks/nearby', { longitude, latitude, datum })).items
}

export interface Given {
  answer: Answer
  note?: string
  photos: string[]
  point?: Point
}
export const answer = (id: string, given: Given, key: string) => api.post<Ask>(`/asks/${id}/answer`, given, key)

/** The question as a person would put it. */
export const questionOf = (about: Ask['about']) => (about === 'REPAIR' ? '修好了吗？' : '问题还在吗？')

const said = {
  REPORT: { YES: '是，问题在', NO: '不是，没有这个问题', CANNOT_FIND: '找不到地方' },
  REPAIR: { YES: '修好了', NO: '没有修好', CANNOT_FIND: '找不到地方' },
} as const
export const answerWords = (about: Ask['about'], given: Answer) => said[about === 'REPAIR' ? 'REPAIR' : 'REPORT'][given]

/** How many say what, in one line; empty where nobody has answered. */
export function tallyWords({ about, yes, no, cannotFind }: Pick<Asking, 'about' | 'yes' | 'no' | 'cannotFind'>): string {
  const good = about === 'REPAIR' ? '位居民确认已修好' : '位居民确认属实'
  const bad = about === 'REPAIR' ? '位说没修好' : '位说情况不符'
  return [yes && `${yes} ${good}`, no && `${no} ${bad}`, cannotFind && `${cannotFind} 位没找到`].filter(Boolean).join('，')
}

/** A card's number as it is printed, in groups of four. */
export const grouped = (number: string) => number.replace(/(.{4})(?=.)/g, '$1 ')
