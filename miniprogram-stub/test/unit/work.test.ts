import { describe, expect, it, test, vi } from 'vitest'
import { keyOf } from '@/services/keys'
import type { Task } from '@/services/types'
import { takeMany, work } from '@/services/work'

const { post } = vi.hoisted(() => ({ post: vi.fn<[path: string, body: { items: { id: string }[] }, key: string], Promise<unknown>>() }))
vi.mock('@/services/http', () => ({ api: { post }, useCredentials: () => undefined }))
vi.mock('@/services/session', () => ({ session: { has: () => false }, onWhoChanged: () => undefined }))

const tasks = Array.from({ length: 7 }, (_, nth) => ({ id: `case-${nth}`, version: 1 })) as Task[]
const answered = (_path: string, { items }: { items: { id: string }[] }) => Promise.resolve({ items })

describe('one step of many cases', () => {
  it('has a key for each portion, which is the same when it is tried again', async () => {
    const told: string[] = []
    const go = () => takeMany(tasks.filter(({ id }) => !told.includes(id)), 'accept', undefined, (outcomes) => void told.push(...outcomes.map(({ id }) => id)))
    post.mockImplementationOnce(answered).mockRejectedValueOnce(new Error('no network')).mockImplementation(answered)

    await expect(go()).rejects.toThrow('no network')
    await go()

    const keys = post.mock.calls.map(([, , key]) => key)
    expect(told).toHaveLength(7)
    expect(keys[1]).toBe(keys[2])
    expect(keys[0]).not.toBe(keys[1])
    await takeMany(tasks.slice(5), 'accept', undefined, () => undefined)
    expect(post.mock.lastCall?.[2], 'an answered one is another command').not.toBe(keys[1])
  })
})

describe('the key of what a form asks for', () => {
  it('stays as long as that is the same', () => {
    const said = { reached: false }
    const key = keyOf(() => said)
    const first = key()
    expect(key()).toBe(first)
    said.reached = true
    expect(key()).not.toBe(first)
  })
})

test('extensions somebody asked for are a queue of their own, between dispatching and the work', () => {
  work.counts = { sign: 0, extension: 2, dispatch: 1 }
  expect(work.queues().map((each) => each.code)).toEqual(['dispatch', 'extension', 'sign'])
  expect(work.waiting('extension')).toBe(2)
})
