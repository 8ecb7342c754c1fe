/** Cases citizens solve themselves: on offer, claimed, sent with photos. */
import { platform } from '@/platform/platform'
import { api } from './http'
import { onWhoChanged } from './session'
import { takeStep } from './steps'
import type { Case, CaseSummary, ClaimTerms, Doubt, NewSolved, Paged, Point } from './types'

const hour = 3600_000

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** How long is left of a claim; `soon`: less than two hours. */
export function timeLeft(to: string, now = Date.now()): { words: string; soon: boolean } {
  const left = Math.max(0, Date.parse(to) - now)
  const seconds = Math.floor(left / 1000)
  const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  const hours = Math.floor(left / hour)
  if (!left) return { words: '已到期', soon: true }
  if (left < hour) return { words: `剩 ${clock}`, soon: true }
  return { words: `剩 ${hours} 小时 ${Math.floor(seconds / 60) % 60} 分`, soon: left < 2 * hour }
}

const doubts: Record<Doubt, string> = {
  FIRST_OF_PERSON: '这位市民的前几次结果，按规则都要评定',
  SAMPLED: '按比例抽查，抽中了这一件',
  UNPROVEN: '有照片没有记录拍摄时间或位置',
  REUSED: '有照片与其他案件里的相同',
  ALIKE: '处置前后的照片几乎一样',
  REPORTED_SOLVED: '上报时就已解决，没有别人看过现场',
}

/** Why a reviewer looks at a result. */
export const doubtWords = (doubt: Doubt): string => doubts[doubt]
/** Whether it gives reason to look closely. */
export const isSerious = (doubt: Doubt): boolean => ['UNPROVEN', 'REUSED', 'ALIKE'].includes(doubt)

let terms: Promise<ClaimTerms> | undefined
onWhoChanged(() => (terms = undefined))

/** The phone's own place, to be compared with the case and forgotten; nothing where it may not be known. */
async function position(): Promise<Point | undefined> {
  const here = await platform.locate().catch(() => undefined)
  return here && { longitude: here.longitude, latitude: here.latitude, datum: here.datum }
}

export const claims = {
  terms(): Promise<ClaimTerms> {
    terms ??= api.get<ClaimTerms>('/claims/terms').catch((thrown) => {
      terms = undefined
      throw thrown
    })
    return terms
  },
  around: ({ longitude, latitude, datum }: Point) =>
    api.get<Paged<CaseSummary>>('/cases/offered', { longitude, latitude, datum, radius: 5000, limit: 50 }),
  mine: (after?: string) => api.get<Paged<CaseSummary>>('/claims/mine', { after, limit: 20 }),
  async solve(item: Case, sent: { before: string[]; photos: string[]; note?: string }, key: string): Promise<Case> {
    return takeStep(item.id, { step: 'solve', version: item.version, ...sent, position: await position() }, key)
  },
  async reportSolved(report: Omit<NewSolved, 'position'>, key: string): Promise<Case> {
    return api.post<Case>('/cases/solved', { ...report, position: await position() }, key)
  },
}
