/**
 * What a browser loads before the first page can be used, in gzip: the entry, what it imports at once, and each page's own
 * files, as the manifest of the build names them. More than the limit fails the build.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 250
const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'build')
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))

function files(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) files(next, seen)
  return seen
}

function weight(keys) {
  const all = new Set(keys.flatMap((key) => [...files(key)]).map((key) => manifest[key].file))
  const scripts = [...all].filter((file) => file.endsWith('.js'))
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0) / 1024
}

const pages = Object.keys(manifest).filter((key) => /^src\/pages\/.*Page\.vue$/.test(key))
if (pages.length === 0) throw new Error('The manifest names no page: this check looks at the wrong files')
const weighed = pages.map((page) => [page, weight(['index.html', page])]).sort(([, one], [, other]) => other - one)
for (const [page, kb] of weighed) console.log(`${kb.toFixed(1).padStart(7)} KB  ${page}`)
const frame = weight(['index.html'])
console.log(`${frame.toFixed(1).padStart(7)} KB  the frame alone; with a page at most ${LIMIT_KB} KB`)
const heavy = weighed.filter(([, kb]) => kb > LIMIT_KB)
if (heavy.length > 0) {
  console.error(`Too heavy: ${heavy.map(([page, kb]) => `${page} ${kb.toFixed(1)} KB`).join(', ')}`)
  process.exit(1)
}
