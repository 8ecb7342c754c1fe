/** Reports that a clerk writes down for somebody on the phone. */
import type { Answers } from './answers'
import { api } from './http'
import type { ChosenPlace } from './reports'
import type { Case, Named } from './types'

export interface CallDraft {
  key: string
  phone: string
  name: string
  agreed: boolean
  type?: Named
  description: string
  place?: ChosenPlace
  hidden: boolean
  answers: Answers
}

/** A number as it is typed: a mobile's, or a fixed one with its area code. */
const domestic = /^(1[3-9]\d{9}|0\d{9,11})$/

export const isPhone = (typed: string): boolean => domestic.test(typed.replace(/[\s()-]/g, ''))

/** What keeps a call from being written down, in words; nothing when it may go. */
export function missingInCall(draft: CallDraft): string | undefined {
  if (!isPhone(draft.phone)) return '请填写 11 位手机号，或带区号的座机号'
  if (!draft.agreed) return '请先念隐私要点，得到同意后再登记'
  if (!draft.type) return '请选择问题类型'
  if (!draft.description.trim()) return '请记下来电人说了什么'
  if (!draft.place) return '请问清楚在哪里，并选好位置'
  return undefined
}

export function writeDown(draft: CallDraft, agreement: number): Promise<Case> {
  const place = draft.place as ChosenPlace
  const body = {
    type: draft.type?.code,
    description: draft.description.trim(),
    place: place.point ? { ...place.point, address: place.address || undefined } : { area: place.area, address: place.address },
    photos: [],
    hiddenFromHandlers: draft.hidden,
    answers: draft.answers,
    caller: { phone: draft.phone, name: draft.name.trim() || undefined, agreed: draft.agreed, agreement },
  }
  return api.post<Case>('/cases/on-behalf', body, draft.key)
}
