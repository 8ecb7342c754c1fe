import { afterEach, describe, expect, it, vi } from 'vitest'
import { call, dress } from '@/api/client'
import { Problem } from '@/api/problem'
import { me, opened } from '@/api/session'
import { goal } from '@/app/shell/links'

const mine = { me: { id: 'p', roles: ['REVIEWER' as const] }, csrf: 'token-of-mine' }

function answers(status: number, body: unknown): void {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })))
}

describe('speaking to the service', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('sends the token against forged requests, and a key, with what changes something, and with nothing else', () => {
    opened(mine)
    const changing = new Headers()
    dress(changing, 'POST')
    expect(changing.get('X-CSRF-Token')).toBe('token-of-mine')
    expect(changing.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    const reading = new Headers()
    dress(reading, 'GET')
    expect(reading.has('X-CSRF-Token')).toBe(false)
  })

  it('keeps the key of a command that is repeated', () => {
    const headers = new Headers({ 'Idempotency-Key': 'again' })
    dress(headers, 'POST')
    expect(headers.get('Idempotency-Key')).toBe('again')
  })

  it('throws what the service says as a problem with its kind and its fields', async () => {
    answers(422, { type: 'https://quanmin.io/problems/invalid-fields', title: '请检查', violations: [{ field: 'name', code: 'required', message: '请填写' }] })
    const problem = await call('POST', '/x', {}).catch((thrown: unknown) => thrown as Problem)
    expect(problem).toBeInstanceOf(Problem)
    expect((problem as Problem).kind).toBe('invalid-fields')
    expect((problem as Problem).of('name')).toBe('请填写')
  })

  it('is offline where nobody answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const problem = await call('GET', '/x').catch((thrown: unknown) => thrown as Problem)
    expect((problem as Problem).offline).toBe(true)
  })

  it('forgets the session that the service no longer knows', async () => {
    opened(mine)
    answers(401, { type: 'not-logged-in' })
    await call('GET', '/x').catch(() => undefined)
    expect(me.value).toBeUndefined()
  })
})

describe('links of messages', () => {
  it('lead to the case, or to the console page they name, and nowhere else', () => {
    expect(goal('pages/case/detail?id=990102-ab')).toBe('/cases/990102-ab')
    expect(goal('/console/jobs')).toBe('/jobs')
    expect(goal('pages/volunteer/ask?id=1')).toBeUndefined()
    expect(goal(undefined)).toBeUndefined()
  })
})
