import { beforeEach, expect, test, vi } from 'vitest'
import { useCredentials } from '@/services/http'
import { outgoing } from '@/services/outgoing'
import { saveDraft, savedDraft } from '@/services/reports'
import { session } from '@/services/session'
import { wire, written } from './phone'

vi.mock('@/platform/platform', async () => {
  const { PhotoGone } = await import('@/platform/contract')
  const upload = ({ ref }: { ref: string }) => (ref.startsWith('lost') ? Promise.reject(new PhotoGone()) : Promise.resolve({ status: 201, body: '{"id":"photo-1"}' }))
  return { platform: { base: 'http://city', drop: async () => undefined, upload } }
})

const waiting = (ref: string) => ({ ref, state: 'waiting' as const, progress: 0 })
const posted = () => wire.sent.filter((each) => each.url.endsWith('/cases')).map((each) => JSON.parse(each.data ?? '{}'))

beforeEach(() => {
  session.state.token = 'here'
  useCredentials({ settled: () => Promise.resolve(), token: () => 'here', renew: () => Promise.resolve(false) })
  outgoing.tray.waiting = []
})

test('the tray sends photos first and the report under its own key', async () => {
  const draft = { ...written(), photos: [waiting('a')] }
  outgoing.put(draft)
  wire.answer = () => ({ status: 201, data: { id: 'case-1' } })
  await outgoing.flush()
  expect(outgoing.tray.waiting).toHaveLength(0)
  const sent = wire.sent[0]
  expect(sent?.header['Idempotency-Key']).toBe(draft.key)
  expect(JSON.parse(sent?.data ?? '{}').photos).toEqual(['photo-1'])
})

test('what the backend refuses for good becomes a draft again, under a new key', async () => {
  const draft = written()
  outgoing.put(draft)
  wire.answer = () => ({ status: 400, data: { detail: '描述不合适' } })
  await outgoing.flush()
  expect(outgoing.tray.waiting).toHaveLength(0)
  expect(savedDraft()?.description).toBe(draft.description)
  expect(savedDraft()?.key).not.toBe(draft.key)
})

test('nobody logged in: nothing is sent and nothing lost', async () => {
  session.state.token = undefined
  outgoing.put(written())
  await outgoing.flush()
  expect(wire.sent).toHaveLength(0)
  expect(outgoing.tray.waiting).toHaveLength(1)
})

test('a photo the phone has lost sends only its own report back, without it and with a sentence', async () => {
  outgoing.put({ ...written(), photos: [waiting('lost'), waiting('there')] })
  outgoing.put({ ...written(), description: '后面的一条' })
  wire.answer = () => ({ status: 201, data: { id: 'case-2' } })
  await outgoing.flush()
  expect(posted().map((each) => each.description)).toEqual(['后面的一条'])
  expect(outgoing.tray.waiting).toHaveLength(0)
  expect(savedDraft()?.photos.map((each) => [each.ref, each.id])).toEqual([['there', 'photo-1']])
  expect(savedDraft()?.problem).toContain('1 张照片在手机里找不到了')
})

test('while something else is being written, what came back waits beside it and is not sent by itself', async () => {
  saveDraft({ ...written(), description: '正在写的' })
  outgoing.put({ ...written(), photos: [waiting('lost')] })
  wire.answer = () => ({ status: 201, data: { id: 'case-3' } })
  await outgoing.flush()
  await outgoing.flush()
  expect(posted()).toHaveLength(0)
  expect(savedDraft()?.description).toBe('正在写的')
  const [back] = outgoing.tray.waiting
  expect(back?.problem).toContain('找不到了')
  outgoing.mend(back?.key ?? '')
  expect(savedDraft()?.problem).toContain('找不到了')
  expect(outgoing.tray.waiting.map((each) => each.description)).toEqual(['正在写的'])
})

test('where nothing goes now the others are not tried; a broken answer holds back only its own report', async () => {
  outgoing.put(written())
  outgoing.put({ ...written(), description: '后面的一条' })
  wire.answer = ({ data }) => (data?.includes('后面') ? { status: 201, data: { id: 'case-4' } } : { status: 500 })
  await outgoing.flush()
  expect(outgoing.tray.waiting.map((each) => each.description)).toEqual([written().description])
  wire.sent = []
  outgoing.put(written())
  wire.answer = () => ({ status: 401 })
  await outgoing.flush()
  expect(posted()).toHaveLength(1)
  expect(outgoing.tray.waiting).toHaveLength(2)
})

test('photos the backend has forgotten meanwhile are sent again', async () => {
  outgoing.put({ ...written(), photos: [{ ...waiting('there'), state: 'sent', id: 'old' }] })
  wire.answer = () => ({ status: 422, data: { type: 'https://city/problems/photos-not-yours', detail: '请重新上传' } })
  await outgoing.flush()
  expect(savedDraft()?.photos).toEqual([waiting('there')])
})
