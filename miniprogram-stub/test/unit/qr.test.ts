import { expect, test } from 'vitest'
import { correction, qr, qrPicture } from '@/services/qr'

/** The worked example everybody checks against: HELLO WORLD, 1-M. */
test('the error correction is that of the standard', () => {
  const data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17]
  expect(correction(data, 10)).toEqual([196, 35, 39, 119, 235, 215, 231, 226, 93, 23])
})

test('a code grows with what it says and has its three corners', () => {
  expect(qr('A')).toHaveLength(21)
  const code = qr('https://quanmin.example/m/#/pages/volunteer/check?number=7K3M9QXT2B4W')
  expect(code).toHaveLength(37)
  const corner = (x: number, y: number) => [0, 1, 2, 3, 4, 5, 6].map((row) => [0, 1, 2, 3, 4, 5, 6].map((column) => (code[y + row]?.[x + column] ? '#' : '.')).join('')).join('\n')
  const eye = '#######\n#.....#\n#.###.#\n#.###.#\n#.###.#\n#.....#\n#######'
  expect([corner(0, 0), corner(30, 0), corner(0, 30)]).toEqual([eye, eye, eye])
})

test('every module is settled, and too long a text is refused', () => {
  expect(qr('全民网格员').flat().every((each) => typeof each === 'boolean')).toBe(true)
  expect(() => qr('x'.repeat(200))).toThrow()
  expect(qrPicture('A')).toMatch(/^data:image\/svg\+xml,/)
})
