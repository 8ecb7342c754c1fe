/** Who serves and what they may do, for administrators; and the record of every change. */
import { api } from './http'
import type { Me, Named, Paged, Role, Unit } from './types'

export interface StaffMember {
  id: string
  login: string
  name: string
  roles: Role[]
  unit?: Named
  area?: string
  onDuty: boolean
  linkedAt?: string
  locked: boolean
}
export interface Trace {
  at: string
  whoName: string
  what: string
  subjectName: string
  before?: string
  after?: string
  origin: string
}
/** Which changes: what their kind begins with, by whom or of whom (an id of the list), on which days. */
export interface TraceFilter {
  what?: string
  who?: string
  from?: string
  until?: string
}
export interface UnitWords {
  name: string
  area: string
  parent?: string
  kind: Unit['kind']
}
export interface StaffWords {
  login?: string
  name: string
  unit?: string
  area?: string
  onDuty: boolean
}

export const roleNames: Partial<Record<Role, string>> = {
  REVIEWER: '审核员', VERIFIER: '核查员', DISPATCHER: '派遣员', OFFICER: '经办人', LEADER: '单位领导', PUBLICITY: '宣传专员', SUPERVISOR: '监督员', HOTLINE_CLERK: '接线员',
  WORKING_GROUP: '工作专班', SYSTEM_ADMIN: '系统管理员', SECURITY_ADMIN: '安全管理员', AUDIT_ADMIN: '审计管理员',
}
export const traceNames: Record<string, string> = {
  'staff.added': '新增人员', 'staff.changed': '修改人员', 'staff.ended': '办理离岗', 'staff.roles': '调整角色', 'staff.bind-code': '发绑定码',
  'staff.sessions-ended': '下线全部会话', 'staff.unlocked': '解除锁定', 'unit.added': '新增单位', 'unit.changed': '修改单位',
}

const administrations: Role[] = ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']

/** Whether somebody may have a bind code made for an account: their own, or as a system administrator any without another administration. */
export function codeFor(member: StaffMember, me: Me | undefined): boolean {
  const administers = me?.roles.filter((role) => administrations.includes(role)) ?? []
  if (!administers.length) return false
  return me?.staff?.id === member.id || (administers.includes('SYSTEM_ADMIN') && member.roles.every((role) => role === 'SYSTEM_ADMIN' || !administrations.includes(role)))
}

export const staff = {
  list: (after?: string) => api.get<Paged<StaffMember>>('/staff', { after, limit: 20 }),
  add: (words: StaffWords) => api.post<{ id: string }>('/staff', words),
  change: (id: string, words: StaffWords) => api.put<void>(`/staff/${id}`, words),
  end: (id: string) => api.delete<void>(`/staff/${id}`),
  bindCode: (id: string) => api.post<{ bindCode: string; expiresAt: string }>(`/staff/${id}/bind-code`),
  grant: (id: string, roles: Role[]) => api.put<void>(`/staff/${id}/roles`, { roles }),
  endSessions: (id: string) => api.delete<void>(`/staff/${id}/sessions`),
  unlock: (id: string) => api.delete<void>(`/staff/${id}/lock`),
  trail: (filter: TraceFilter, after?: string) => api.get<Paged<Trace>>('/trail', { ...filter, after, limit: 20 }),
  keepUnit: (code: string, words: UnitWords) => api.put<Unit>(`/units/${code}`, words),
}
