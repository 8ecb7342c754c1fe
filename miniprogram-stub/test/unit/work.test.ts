import { expect, test } from 'vitest'
import { work } from '@/services/work'

test('extensions somebody asked for are a queue of their own, between dispatching and the work', () => {
  work.counts = { sign: 0, extension: 2, dispatch: 1 }
  expect(work.queues().map((each) => each.code)).toEqual(['dispatch', 'extension', 'sign'])
  expect(work.waiting('extension')).toBe(2)
})
