import { expect, test, vi } from 'vitest'
import { emptyDraft, hasContent, missingIn, newCaseOf, saveDraft, savedDraft } from '@/services/reports'
import { written } from './phone'

vi.mock('@/platform/platform', () => ({ platform: { base: 'http://city' } }))

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
