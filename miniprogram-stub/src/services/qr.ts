/** QR codes (ISO/IEC 18004), byte mode, error correction M, versions 1 to 8: up to 152 bytes, more than any address here. */

const perBlock = [0, 10, 16, 26, 18, 24, 16, 18, 22]
const blocks = [0, 1, 1, 1, 2, 2, 4, 4, 4]
const aligned = [[], [], [18], [22], [26], [30], [34], [22, 38], [24, 42]]

function rawModules(version: number): number {
  const marks = version === 1 ? 0 : (Math.floor(version / 7) + 2) ** 2 * 25 - 10 * (Math.floor(version / 7) + 2) - 55
  return (16 * version + 128) * version + 64 - marks - (version >= 7 ? 36 : 0)
}

const dataBytes = (version: number) => Math.floor(rawModules(version) / 8) - (perBlock[version] as number) * (blocks[version] as number)

function times(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((other >>> bit) & 1) * one
  }
  return product
}

function divisor(degree: number): number[] {
  const result = new Array<number>(degree).fill(0)
  result[degree - 1] = 1
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) {
      result[j] = times(result[j] as number, root)
      if (j + 1 < degree) result[j] = (result[j] as number) ^ (result[j + 1] as number)
    }
    root = times(root, 2)
  }
  return result
}

/** The error correction bytes of a block. */
export function correction(data: number[], degree: number): number[] {
  const by = divisor(degree)
  const rest = new Array<number>(degree).fill(0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() as number)
    rest.push(0)
    by.forEach((each, index) => (rest[index] = (rest[index] as number) ^ times(each, factor)))
  }
  return rest
}

function utf8(text: string): number[] {
  return Array.from(unescape(encodeURIComponent(text)), (each) => each.charCodeAt(0))
}

function codewords(bytes: number[], version: number): number[] {
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1)
  }
  const room = dataBytes(version) * 8
  put(4, 4)
  put(bytes.length, 8)
  bytes.forEach((each) => put(each, 8))
  put(0, Math.min(4, room - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) put(pad, 8)
  const all: number[] = []
  for (let at = 0; at < bits.length; at += 8) all.push(bits.slice(at, at + 8).reduce((sum, bit) => (sum << 1) | bit, 0))
  return all
}

function interleaved(data: number[], version: number): number[] {
  const many = blocks[version] as number
  const degree = perBlock[version] as number
  const total = Math.floor(rawModules(version) / 8)
  const short = many - (total % many)
  const length = Math.floor(total / many) - degree
  const parts: { data: number[]; check: number[] }[] = []
  for (let block = 0, at = 0; block < many; block++) {
    const size = length + (block < short ? 0 : 1)
    const part = data.slice(at, at + size)
    parts.push({ data: part, check: correction(part, degree) })
    at += size
  }
  const out: number[] = []
  for (let nth = 0; nth <= length; nth++) parts.forEach((part) => nth < part.data.length && out.push(part.data[nth] as number))
  for (let nth = 0; nth < degree; nth++) parts.forEach((part) => out.push(part.check[nth] as number))
  return out
}

type Grid = (boolean | undefined)[][]

function frame(version: number): Grid {
  const size = version * 4 + 17
  const grid: Grid = Array.from({ length: size }, () => new Array<boolean | undefined>(size).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) (grid[y] as (boolean | undefined)[])[x] = dark
  }
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) {
    for (let dy = -4; dy <= 4; dy++) for (let dx = -4; dx <= 4; dx++) {
      const ring = Math.max(Math.abs(dx), Math.abs(dy))
      set(x + dx, y + dy, ring !== 2 && ring !== 4)
    }
  }
  const places = version === 1 ? [] : [6, ...(aligned[version] as number[])]
  places.forEach((x, column) => places.forEach((y, row) => {
    const last = places.length - 1
    if ((column === 0 && row === 0) || (column === 0 && row === last) || (column === last && row === 0)) return
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
  }))
  return grid
}

function format(grid: Grid, mask: number): void {
  const size = grid.length
  let rest = mask
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (nth: number) => ((bits >>> nth) & 1) === 1
  const set = (x: number, y: number, dark: boolean) => ((grid[y] as (boolean | undefined)[])[x] = dark)
  for (let i = 0; i <= 5; i++) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i))
  set(8, size - 8, true)
}

function versionMarks(grid: Grid, version: number): void {
  if (version < 7) return
  let rest = version
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) === 1
    const [a, b] = [grid.length - 11 + (i % 3), Math.floor(i / 3)]
    ;(grid[b] as (boolean | undefined)[])[a] = dark
    ;(grid[a] as (boolean | undefined)[])[b] = dark
  }
}

/** Dark modules by row; one mask (rows and columns, of eight there are) serves every reader. */
export function qr(text: string): boolean[][] {
  const bytes = utf8(text)
  let version = 1
  while (version < perBlock.length && bytes.length + 2 > dataBytes(version)) version++
  if (version >= perBlock.length) throw new Error('Too long for a code')
  const grid = frame(version)
  format(grid, 0)
  versionMarks(grid, version)
  const words = interleaved(codewords(bytes, version), version)
  const size = grid.length
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) for (let side = 0; side < 2; side++) {
      const x = right - side
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
      const row = grid[y] as (boolean | undefined)[]
      if (row[x] !== undefined) continue
      const dark = at < words.length * 8 && (((words[at >>> 3] as number) >>> (7 - (at & 7))) & 1) === 1
      at++
      row[x] = dark !== ((x + y) % 2 === 0)
    }
  }
  return grid as boolean[][]
}

/** As a picture for `<image>`, with the quiet zone readers want. */
export function qrPicture(text: string): string {
  const modules = qr(text)
  const side = modules.length + 8
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ''))).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#16302f" d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
