import { describe, expect, it } from 'vitest'
import { codeFor, type StaffMember } from '@/services/staff'
import type { Me, Role } from '@/services/types'

const member = (id: string, ...roles: Role[]): StaffMember => ({ id, login: id, name: id, roles, onDuty: false, locked: false })
const me = (id: string, ...roles: Role[]) => ({ id: 'p', roles, staff: { id, name: id } }) as unknown as Me

describe('a bind code', () => {
  it('of an administrator is only for whoever holds the account', () => {
    expect(codeFor(member('guard', 'SECURITY_ADMIN'), me('root', 'SYSTEM_ADMIN'))).toBe(false)
    expect(codeFor(member('guard', 'SECURITY_ADMIN'), me('guard', 'SECURITY_ADMIN'))).toBe(true)
    expect(codeFor(member('eye', 'AUDIT_ADMIN'), me('guard', 'SECURITY_ADMIN'))).toBe(false)
  })
  it('of anybody else is the system administrator\'s to give', () => {
    expect(codeFor(member('new'), me('root', 'SYSTEM_ADMIN'))).toBe(true)
    expect(codeFor(member('new'), me('guard', 'SECURITY_ADMIN'))).toBe(false)
    expect(codeFor(member('new'), me('new', 'REVIEWER'))).toBe(false)
    expect(codeFor(member('new'), undefined)).toBe(false)
  })
})
