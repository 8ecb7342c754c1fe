import { expect, test } from 'vitest'
import { metresBetween, seen, toGcj02, toWgs84 } from '@/services/geo'

// Tiananmen, the published check value.
const wgs = { longitude: 116.397428, latitude: 39.90923, datum: 'WGS84' } as const
const gcj = { longitude: 116.4036717, latitude: 39.9106335, datum: 'GCJ02' } as const

test('the check value comes out to seven digits', () => {
  expect(toGcj02(wgs).longitude).toBeCloseTo(gcj.longitude, 6)
  expect(toGcj02(wgs).latitude).toBeCloseTo(gcj.latitude, 6)
})

test('there and back is within a centimetre', () => {
  expect(metresBetween(toWgs84(toGcj02(wgs)), wgs)).toBeLessThan(0.01)
})

test('a place outside China is not shifted, and a datum is never applied twice', () => {
  const paris = { longitude: 2.3522, latitude: 48.8566, datum: 'WGS84' } as const
  expect(toGcj02(paris)).toEqual({ ...paris, datum: 'GCJ02' })
  expect(toGcj02(gcj)).toEqual(gcj)
})

test('distances are metres', () => {
  expect(metresBetween(wgs, { ...wgs, latitude: wgs.latitude + 0.01 })).toBeCloseTo(1112, 0)
})

test('what a map shows is its middle and the way to a corner', () => {
  const { centre, radius } = seen({ longitude: 120.12, latitude: 30.26, datum: 'WGS84' }, { longitude: 120.14, latitude: 30.28, datum: 'WGS84' })
  expect(centre).toEqual({ longitude: expect.closeTo(120.13), latitude: expect.closeTo(30.27), datum: 'WGS84' })
  expect(radius).toBeGreaterThan(1400)
  expect(radius).toBeLessThan(1500)
})
