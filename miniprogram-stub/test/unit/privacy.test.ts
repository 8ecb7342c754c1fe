import { describe, expect, it } from 'vitest'
import { isPhone, missingInCall, type CallDraft } from '../../src/services/behalf'
import { between } from '../../src/services/privacy'

const call = (more: Partial<CallDraft>): CallDraft => ({
  key: 'a-key-of-a-call',
  phone: '13812345678',
  name: '',
  agreed: true,
  type: { code: 'exposed-garbage', name: '暴露垃圾' },
  description: '楼下垃圾没人收',
  place: { by: 'words', area: '990102001001', address: '三号楼' },
  hidden: false,
  answers: {},
  ...more,
})

describe('regions drawn by a finger', () => {
  it('are the same whichever corner the finger began in', () => {
    const one = between({ x: 0.2, y: 0.3 }, { x: 0.6, y: 0.5 })
    expect(between({ x: 0.6, y: 0.5 }, { x: 0.2, y: 0.3 })).toEqual(one)
    expect(one?.width).toBeCloseTo(0.4)
  })
  it('end at the edge of the picture', () => {
    expect(between({ x: 0.9, y: 0.9 }, { x: 1.4, y: 2 })).toMatchObject({ x: 0.9, y: 0.9 })
    const region = between({ x: -1, y: -1 }, { x: 2, y: 2 })
    expect(region).toEqual({ x: 0, y: 0, width: 1, height: 1 })
  })
  it('are none when the finger only slipped', () => {
    expect(between({ x: 0.5, y: 0.5 }, { x: 0.505, y: 0.9 })).toBeUndefined()
  })
})

describe('a call', () => {
  it('takes mobiles and fixed numbers with their area code, and nothing else', () => {
    expect(['13812345678', '138-1234-5678', '057188881234'].every(isPhone)).toBe(true)
    expect(['12345', '88881234', '23812345678', ''].some(isPhone)).toBe(false)
  })
  it('is not written down without consent', () => {
    expect(missingInCall(call({}))).toBeUndefined()
    expect(missingInCall(call({ agreed: false }))).toContain('同意')
    expect(missingInCall(call({ description: '  ' }))).toContain('来电人')
    expect(missingInCall(call({ place: undefined }))).toContain('在哪里')
  })
})
