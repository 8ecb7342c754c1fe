/** Times, distances and stages as people say them. */
import type { CasePlace, Named, Role } from './types'

function two(value: number): string {
  return String(value).padStart(2, '0')
}

const zone = 8 * 3600_000

/** The city's clock is UTC+8, wherever the phone is. */
function cityTime(utc: string): Date {
  return new Date(Date.parse(utc) + zone)
}

export function dayAndTime(utc: string): string {
  const at = cityTime(utc)
  if (Number.isNaN(at.getTime())) return ''
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
}

export const fullTime = (utc: string): string => `${cityTime(utc).getUTCFullYear()}年${dayAndTime(utc)}`

/** "刚刚", "12 分钟前", "今天 09:30", "昨天 18:02", then the day. */
export function ago(utc: string | undefined, now = Date.now()): string {
  if (!utc) return ''
  const minutes = Math.floor((now - Date.parse(utc)) / 60_000)
  if (Number.isNaN(minutes)) return ''
  if (minutes < 1) return '刚刚'
  if (minutes < 60) return `${minutes} 分钟前`
  const at = cityTime(utc)
  const days = Math.floor((now + zone) / 86_400_000) - Math.floor(at.getTime() / 86_400_000)
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (days === 0) return `今天 ${clock}`
  if (days === 1) return `昨天 ${clock}`
  return `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`
}

/** The day after today in the city, such as `2026-11-24`. */
export function tomorrow(now = Date.now()): string {
  return new Date(now + zone + 86_400_000).toISOString().slice(0, 10)
}

/** How long is left, or how late it is. */
export function until(utc: string, now = Date.now()): string {
  const minutes = Math.round((Date.parse(utc) - now) / 60_000)
  const size = Math.abs(minutes)
  const span = size < 60 ? `${size} 分钟` : size < 2880 ? `${Math.round(size / 60)} 小时` : `${Math.round(size / 1440)} 天`
  return minutes >= 0 ? `剩 ${span}` : `超时 ${span}`
}

export function distance(metres: number | undefined): string {
  if (metres === undefined) return ''
  return metres < 1000 ? `${Math.max(10, Math.round(metres / 10) * 10)} 米` : `${(metres / 1000).toFixed(1)} 公里`
}

/** A place in a list, where the city's people know their district: from the community on. */
export function placeWords({ address = '', areaName = '' }: CasePlace): string {
  const areas = areaName.split(/[ ·]+/).filter(Boolean)
  const community = areas.pop() ?? ''
  const near = areas.reduce((rest, area) => (rest.startsWith(area) ? rest.slice(area.length) : rest), address).trim()
  return (near.includes(community) ? near : `${community} ${near}`).trim() || '位置未注明'
}

export type Tone = 'wait' | 'go' | 'good' | 'bad' | 'grey'

const tones: Record<string, Tone> = {
  'in-review': 'wait',
  'in-verification': 'wait',
  registered: 'wait',
  dispatched: 'go',
  handling: 'go',
  'in-inspection': 'go',
  offered: 'wait',
  claimed: 'go',
  'in-appraisal': 'go',
  'reported-solved': 'go',
  closed: 'good',
  rated: 'good',
  'sent-back': 'bad',
  rejected: 'grey',
  merged: 'grey',
  withdrawn: 'grey',
}

export function toneOf(stage: Named | string): Tone {
  return tones[typeof stage === 'string' ? stage : stage.code] ?? 'wait'
}

const groupIcons: [RegExp, string][] = [
  [/rubble|渣土/, 'bin'],
  [/sticker|广告/, 'text'],
  [/occupy|vendor|经营/, 'shop'],
  [/bike|单车/, 'bike'],
  [/road|traffic|道路|交通|车/, 'road'],
  [/sanit|clean|waste|garbage|环|垃圾|卫生/, 'bin'],
  [/green|tree|park|绿|树/, 'tree'],
  [/water|drain|水|井/, 'water'],
  [/light|electr|power|照明|灯|电/, 'bolt'],
  [/danger|safe|险|安全/, 'warn'],
  [/hous|build|facil|房|建|设施|公共/, 'building'],
]

export function iconOf(type: Named): string {
  const words = `${type.code} ${type.name}`
  return groupIcons.find(([pattern]) => pattern.test(words))?.[1] ?? 'camera'
}

const roleNames: Record<Role, string> = {
  CITIZEN: '市民',
  REVIEWER: '审核员',
  VERIFIER: '核查员',
  DISPATCHER: '派遣员',
  OFFICER: '经办人',
  LEADER: '单位负责人',
  PUBLICITY: '宣传组',
  SUPERVISOR: '监督员',
  WORKING_GROUP: '专班成员',
  HOTLINE_CLERK: '接线员',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
}

export function roleName(role: string | undefined): string {
  return roleNames[role as Role] ?? role ?? ''
}

const stagesTold: Record<string, string> = {
  accepted: '您的上报被受理时',
  'in-verification': '您的上报被受理时',
  handled: '承办单位处置有进展时',
  handling: '承办单位开始处置时',
  closed: '问题解决、案件办结时',
}

/** When a subscribed message comes. */
export function stageWords(stage: string): string {
  return stagesTold[stage] ?? '案件有新进展时'
}

/** Which citizen solved a case. */
export const solverWords = (solver: 'REPORTER' | 'NEIGHBOUR'): string => (solver === 'REPORTER' ? '随手解决' : '热心市民解决')
