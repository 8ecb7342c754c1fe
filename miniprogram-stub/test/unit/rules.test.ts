import { describe, expect, it } from 'vitest'
import { unanswered, withAnswer } from '@/services/answers'
import { emptyDraft, newCaseOf } from '@/services/reports'
import { hoursOf, lengthOf, limitWords, withLimits, type BookType } from '@/services/rules'

describe('limits of the rules', () => {
  it('reads and writes hours to the minute', () => {
    expect(hoursOf('PT4H')).toBe(4)
    expect(hoursOf('PT30M')).toBe(0.5)
    expect(hoursOf('P2DT1H')).toBe(49)
    expect(hoursOf('soon')).toBe(0)
    expect(lengthOf(1.5)).toBe('PT1H30M')
    expect(lengthOf(24)).toBe('PT24H')
  })
  it('says them in words', () => {
    expect(limitWords({ length: 'PT30M', clock: 'WALL' })).toBe('30 分钟（自然时间）')
    expect(limitWords({ length: 'PT4H', clock: 'WORKING' })).toBe('4 小时（工作时间）')
    expect(limitWords(undefined)).toBe('不限')
  })
})

describe('the limits of a difficulty', () => {
  const four = { length: 'PT4H', clock: 'WORKING' as const }
  const lamp: BookType = { code: 'lamp', name: '路灯', unit: 'works', difficulty: 'ORDINARY', dangerous: false, limits: { sign: four, finish: four }, byDifficulty: {} }

  it('are on the clock of the step, and only where somebody wrote one', () => {
    const hard = withLimits(lamp, 'HARD', { finish: '9' })
    expect(hard.byDifficulty).toEqual({ HARD: { finish: { length: 'PT9H', clock: 'WORKING' } } })
    expect(hard.limits).toEqual(lamp.limits)
    expect(withLimits(hard, 'HARD', { finish: '' }).byDifficulty).toEqual({})
  })
  it('leave those of all as they are', () => {
    const longer = withLimits(lamp, '', { sign: '4', finish: '6' })
    expect(longer.limits.finish).toEqual({ length: 'PT6H', clock: 'WORKING' })
    expect(longer.byDifficulty).toEqual({})
    expect(lamp.limits.finish).toEqual(four)
  })
})

describe('what is asked about a type', () => {
  it('goes with the report', () => {
    const draft = { ...emptyDraft(), type: { code: 'broken-street-lamp', name: '路灯损坏' }, description: '不亮', answers: { how: 'dark' } }
    const sent = newCaseOf({ ...draft, place: { by: 'words', area: '990102003002', address: '桂花路' } })
    expect(sent.answers).toEqual({ how: 'dark' })
  })
})

describe('answers', () => {
  const field = { code: 'facility', label: '是什么设施', kind: 'CHOICE' as const, required: true, help: '', choices: { bench: '座椅' }, min: 0, max: 0, length: 0, publicly: true }

  it('are asked for where they must be given', () => {
    expect(unanswered([field], {})).toBe('请填写“是什么设施”')
    expect(unanswered([field], { facility: 'bench' })).toBeUndefined()
    expect(unanswered(undefined, {})).toBeUndefined()
  })
  it('that are emptied are taken back', () => {
    expect(withAnswer({ facility: 'bench' }, 'facility', '')).toEqual({})
    expect(withAnswer({}, 'facility', 'bench')).toEqual({ facility: 'bench' })
  })
})
