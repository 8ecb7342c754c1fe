import { beforeEach, expect, test, vi } from 'vitest'
import { useCredentials } from '@/services/http'
import { emptyDraft, hasContent, missingIn, newCaseOf, outgoing, saveDraft, savedDraft, type ReportDraft } from '@/services/reports'
import { session } from '@/services/session'
import { wire } from './phone'

vi.mock('@/platform/platform', () => ({ platform: { base: 'http://city', drop: async () => undefined, upload: async () => ({ status: 201, body: '{"id":"photo-1"}' }) } }))

function written(): ReportDraft {
  return { ...emptyDraft(), type: { code: 'GARBAGE', name: '暴露垃圾' }, description: ' 垃圾没人收 ', place: { by: 'words', area: '990102001001', address: '文汇路 18 号' } }
}

beforeEach(() => {
  session.state.token = 'here'
  useCredentials({ settled: () => Promise.resolve(), token: () => 'here', renew: () => Promise.resolve(false) })
  outgoing.tray.waiting = []
})

test('what is missing is said in the order of the form', () => {
  expect(missingIn(emptyDraft())).toContain('类型')
  expect(missingIn({ ...written(), description: ' ' })).toContain('描述')
  expect(missingIn({ ...written(), place: undefined })).toContain('哪里')
  expect(missingIn({ ...written(), description: '字'.repeat(1001) })).toContain('1000')
  expect(missingIn(written())).toBeUndefined()
})

test('a place in words is sent by its community, a point with its datum', () => {
  expect(newCaseOf(written())).toMatchObject({ description: '垃圾没人收', place: { area: '990102001001', address: '文汇路 18 号' } })
  const point = { longitude: 120.13, latitude: 30.27, datum: 'GCJ02' as const }
  expect(newCaseOf({ ...written(), place: { by: 'phone', point, address: '' } }).place).toEqual({ ...point, address: undefined })
})

test('a draft without content leaves nothing on the phone', () => {
  saveDraft(written())
  expect(savedDraft()?.description).toBe(' 垃圾没人收 ')
  saveDraft(emptyDraft())
  expect(savedDraft()).toBeUndefined()
  expect(hasContent(emptyDraft())).toBe(false)
})

test('a photo caught in the middle of its upload waits again after a restart', () => {
  saveDraft({ ...written(), photos: [{ ref: 'a', state: 'sending', progress: 40 }, { ref: 'b', state: 'sent', progress: 100, id: 'p' }] })
  expect(savedDraft()?.photos.map((each) => each.state)).toEqual(['waiting', 'sent'])
})

test('the tray sends photos first and the report under its own key', async () => {
  const draft = { ...written(), photos: [{ ref: 'a', state: 'waiting' as const, progress: 0 }] }
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
