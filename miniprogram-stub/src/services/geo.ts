/** GCJ-02 and WGS-84, in one place. The public approximation; good to about a metre on the way there and back. */
import type { Point } from './types'

const axis = 6378245.0
const eccentricity = 0.006693421622965943

function outOfChina(longitude: number, latitude: number): boolean {
  return longitude < 72.004 || longitude > 137.8347 || latitude < 0.8293 || latitude > 55.8271
}

function waves(x: number): number {
  return ((20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * 2) / 3
}

function shiftLatitude(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  const second = ((20 * Math.sin(y * Math.PI) + 40 * Math.sin((y / 3) * Math.PI)) * 2) / 3
  const third = ((160 * Math.sin((y / 12) * Math.PI) + 320 * Math.sin((y * Math.PI) / 30)) * 2) / 3
  return plain + waves(x) + second + third
}

function shiftLongitude(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  const second = ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3
  const third = ((150 * Math.sin((x / 12) * Math.PI) + 300 * Math.sin((x / 30) * Math.PI)) * 2) / 3
  return plain + waves(x) + second + third
}

function shifted(longitude: number, latitude: number): [number, number] {
  const x = longitude - 105
  const y = latitude - 35
  const radians = (latitude / 180) * Math.PI
  const magic = 1 - eccentricity * Math.sin(radians) ** 2
  const root = Math.sqrt(magic)
  const north = (shiftLatitude(x, y) * 180) / (((axis * (1 - eccentricity)) / (magic * root)) * Math.PI)
  const east = (shiftLongitude(x, y) * 180) / ((axis / root) * Math.cos(radians) * Math.PI)
  return [longitude + east, latitude + north]
}

export function toGcj02(point: Point): Point {
  if (point.datum === 'GCJ02' || outOfChina(point.longitude, point.latitude)) return { ...point, datum: 'GCJ02' }
  const [longitude, latitude] = shifted(point.longitude, point.latitude)
  return { longitude, latitude, datum: 'GCJ02' }
}

/** Three rounds of subtracting the shift bring it within a centimetre. */
export function toWgs84(point: Point): Point {
  if (point.datum === 'WGS84' || outOfChina(point.longitude, point.latitude)) return { ...point, datum: 'WGS84' }
  let { longitude, latitude } = point
  for (let round = 0; round < 3; round++) {
    const [east, north] = shifted(longitude, latitude)
    longitude -= east - point.longitude
    latitude -= north - point.latitude
  }
  return { longitude, latitude, datum: 'WGS84' }
}

/** Metres between two points, on a sphere; good enough to say "about 300 m away". */
export function metresBetween(a: Point, b: Point): number {
  const [p, q] = [toWgs84(a), toWgs84(b)]
  const radians = Math.PI / 180
  const half = (d: number) => Math.sin((d * radians) / 2) ** 2
  const h = half(q.latitude - p.latitude) + Math.cos(p.latitude * radians) * Math.cos(q.latitude * radians) * half(q.longitude - p.longitude)
  return 2 * 6371008.8 * Math.asin(Math.sqrt(h))
}

/** What a map shows: its middle, and how far from it the corners are, in metres. */
export interface View {
  centre: Point
  radius: number
}

/** The view between two corners of one datum. */
export function seen(southWest: Point, northEast: Point): View {
  const centre = { longitude: (southWest.longitude + northEast.longitude) / 2, latitude: (southWest.latitude + northEast.latitude) / 2, datum: southWest.datum }
  return { centre, radius: metresBetween(centre, northEast) }
}
