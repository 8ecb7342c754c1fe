/** Whose session this browser has. The session itself is a cookie that no script can read. */
import { computed, ref, shallowRef } from 'vue'
import { call } from './client'
import { Problem } from './problem'

export type Role =
  | 'CITIZEN'
  | 'REVIEWER'
  | 'VERIFIER'
  | 'DISPATCHER'
  | 'OFFICER'
  | 'LEADER'
  | 'PUBLICITY'
  | 'SUPERVISOR'
  | 'WORKING_GROUP'
  | 'HOTLINE_CLERK'
  | 'SYSTEM_ADMIN'
  | 'SECURITY_ADMIN'
  | 'AUDIT_ADMIN'

export interface Me {
  id: string
  name?: string
  phone?: string
  roles: Role[]
  staff?: { id: string; name: string; unit?: { code: string; name: string }; area?: { code: string; name: string } }
}

export interface Session {
  me: Me
  csrf: string
  expiresAt?: string
  via?: string
}

const current = shallowRef<Session>()

/** Asked once whether there is a session; before that nobody knows. */
export const known = ref(false)
export const me = computed(() => current.value?.me)
export const csrf = computed(() => current.value?.csrf)

/** Whether one has one of these roles. */
export function is(...roles: Role[]): boolean {
  return roles.some((role) => me.value?.roles.includes(role))
}

/** Takes over a session that was just opened. */
export function opened(session: Session): void {
  current.value = session
  known.value = true
}

export function sessionLost(): void {
  current.value = undefined
}

/** Asks the service whose session this is. */
export async function recall(): Promise<void> {
  try {
    opened(await call<Session>('GET', '/api/v1/sessions/current'))
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem
    sessionLost()
    known.value = true
  }
}

export async function logout(): Promise<void> {
  await call('DELETE', '/api/v1/sessions/current')
  sessionLost()
}
