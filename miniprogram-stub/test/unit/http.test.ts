import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Failure } from '@/services/failure'
import { api, send, useCredentials } from '@/services/http'
import { wire } from './phone'

vi.mock('@/platform/platform', () => ({ platform: { base: 'http://city' } }))

let token: string | undefined
let renewals: number
let renewed: string | undefined

beforeEach(() => {
  vi.useFakeTimers()
  token = 'first'
  renewals = 0
  renewed = 'second'
  useCredentials({
    settled: () => Promise.resolve(),
    token: () => token,
    renew: async () => {
      renewals++
      token = renewed
      return renewed !== undefined
    },
  })
})
afterEach(() => void vi.useRealTimers())

async function outcome(call: Promise<unknown>): Promise<unknown> {
  const settled = call.catch((thrown: unknown) => thrown)
  await vi.runAllTimersAsync()
  return settled
}

test('a session that has ended is renewed once, and the call sent again with the new token', async () => {
  wire.answer = ({ header }) => ({ status: header.Authorization === 'Bearer second' ? 200 : 401, data: 'here' })
  expect(await outcome(api.get('/me'))).toBe('here')
  expect(renewals).toBe(1)
})

test('a second refusal is told and not renewed again', async () => {
  wire.answer = () => ({ status: 401, data: { detail: '请登录' } })
  expect(await outcome(api.get('/me'))).toMatchObject({ status: 401, message: '请登录' })
  expect(renewals).toBe(1)
})

test('reading is repeated while the network is away', async () => {
  let left = 2
  wire.answer = () => (left-- > 0 ? 'no network' : { status: 200, data: 'back' })
  expect(await outcome(api.get('/flow'))).toBe('back')
  expect(wire.sent).toHaveLength(3)
})

test('a command without a key is never sent twice', async () => {
  wire.answer = () => 'no network'
  expect(await outcome(api.post('/live/tickets'))).toBeInstanceOf(Failure)
  expect(wire.sent).toHaveLength(1)
})

test('a command with a key is repeated under the same key', async () => {
  wire.answer = () => 'no network'
  expect(await outcome(api.post('/cases', {}, 'key-12345678'))).toMatchObject({ kind: 'network' })
  expect(wire.sent.map((each) => each.header['Idempotency-Key'])).toEqual(Array(4).fill('key-12345678'))
})

test('a refusal is not repeated', async () => {
  wire.answer = () => ({ status: 422, data: { detail: '不行' } })
  await outcome(api.post('/cases', {}, 'key-12345678'))
  expect(wire.sent).toHaveLength(1)
})

test('PATCH goes as a POST that says so, because WeChat sends none', async () => {
  await outcome(api.patch('/me', { name: '王阿姨' }))
  expect(wire.sent[0]).toMatchObject({ method: 'POST', header: { 'X-HTTP-Method-Override': 'PATCH' }, data: '{"name":"王阿姨"}' })
})

test('header names are read whatever their case', async () => {
  wire.answer = () => ({ status: 200, header: { etag: '"7"' } })
  const answer = (await outcome(send({ method: 'GET', path: '/flow' }))) as { header: (name: string) => string }
  expect(answer.header('ETag')).toBe('"7"')
})
