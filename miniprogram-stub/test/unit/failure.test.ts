import { expect, test } from 'vitest'
import { problemOf } from '@/services/failure'

test('the first violation is what people read', () => {
  const failure = problemOf(400, { type: 'https://x/problems/invalid-fields', detail: '内容有误', violations: [{ field: 'description', message: '请填写描述' }] })
  expect(failure.message).toBe('请填写描述')
  expect(failure.slug).toBe('invalid-fields')
})

test('without violations the detail is, and without that a plain sentence for the status', () => {
  expect(problemOf(409, { detail: '案件刚刚变了' }).message).toBe('案件刚刚变了')
  expect(problemOf(429, undefined).message).toContain('太频繁')
})

test('a proxy that answers a page of HTML still gives a sentence', () => {
  expect(problemOf(502, '<html>Bad Gateway</html>').message).toContain('502')
})

test('Retry-After is read when it is a number', () => {
  expect(problemOf(503, {}, '7').retryAfterSeconds).toBe(7)
  expect(problemOf(503, {}, 'Wed, 21 Oct 2026 07:28:00 GMT').retryAfterSeconds).toBeUndefined()
})
