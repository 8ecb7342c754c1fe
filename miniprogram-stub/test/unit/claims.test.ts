import { describe, expect, it } from 'vitest'
import { doubtWords, isSerious, timeLeft } from '@/services/claims'

const now = Date.parse('2026-11-24T00:00:00Z')

describe('how long a claim still holds', () => {
  it('is said in hours, and to the second in the last one', () => {
    expect(timeLeft('2026-11-24T23:30:00Z', now)).toEqual({ words: '剩 23 小时 30 分', soon: false })
    expect(timeLeft('2026-11-24T01:59:00Z', now)).toEqual({ words: '剩 1 小时 59 分', soon: true })
    expect(timeLeft('2026-11-24T00:09:05Z', now)).toEqual({ words: '剩 09:05', soon: true })
  })

  it('never says a negative time', () => {
    expect(timeLeft('2026-11-23T00:00:00Z', now)).toEqual({ words: '已到期', soon: true })
  })
})

describe('why a result is looked at', () => {
  it('is serious only where the photos themselves raise it', () => {
    expect(isSerious('SAMPLED')).toBe(false)
    expect(isSerious('REUSED')).toBe(true)
    expect(doubtWords('ALIKE')).toContain('一样')
  })
})
