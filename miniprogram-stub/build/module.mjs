/**
 * What Maven calls: `h5` builds the page for the jar, `verify` does everything else (WeChat build, lint, types, tests, gates).
 * Each step runs only when what it reads has changed, so that a warm start costs a hash and nothing more. Built pages are also
 * kept in the user's cache by the hash of their sources: a second clone, or a branch looked at again, takes them from there.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const stamps = join(root, 'dist', 'stamps')
/** Made from `docs/openapi.json` by the gate that needs it; nothing of it is in a build. */
const made = join(root, 'src', 'services', 'api.ts')
const sources = ['src', 'build', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
const gates = [...sources, '../docs/openapi.json', 'test', 'eslint.config.mjs', 'vitest.config.ts']

function say(line) {
  console.log(`[mini-program] ${line}`)
}

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (path === made) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function npm(...args) {
  const run = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.status !== 0) {
    say(`npm ${args.join(' ')} failed`)
    process.exit(run.status ?? 1)
  }
}

/** Runs the work unless the inputs are those of the last success and its result is still there. */
function whenChanged(name, inputs, result, work) {
  const stamp = join(stamps, name)
  const hash = hashOf(inputs)
  const fresh = existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (fresh) return
  work()
  mkdirSync(stamps, { recursive: true })
  writeFileSync(stamp, hash)
}

function install() {
  const modules = join(root, 'node_modules')
  whenChanged('install', ['package.json', 'package-lock.json'], join(modules, '.bin'), () => {
    say('npm ci')
    npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  })
}

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'quanmin', 'h5')
const keptBuilds = 4

/** Puts a finished build on the shelf under its hash and drops the oldest; a shelf that cannot be written is no failure. */
function shelve(built, hash) {
  try {
    const arriving = join(cache, `.${process.pid}`)
    cpSync(built, arriving, { recursive: true })
    renameSync(arriving, join(cache, hash))
    const age = (name) => statSync(join(cache, name)).mtimeMs
    const old = readdirSync(cache).sort((a, b) => age(b) - age(a)).slice(keptBuilds)
    for (const name of old) rmSync(join(cache, name), { recursive: true, force: true })
  } catch (failure) {
    say(`pages not cached: ${failure.message}`)
  }
}

function buildH5(target) {
  const built = join(root, 'dist', 'build', 'h5')
  whenChanged('h5', sources, join(built, 'index.html'), () => {
    const hash = hashOf(sources)
    const shelved = join(cache, hash)
    if (existsSync(join(shelved, 'index.html'))) {
      rmSync(built, { recursive: true, force: true })
      cpSync(shelved, built, { recursive: true })
      return
    }
    install()
    say('building H5')
    npm('run', '--silent', 'build:h5')
    shelve(built, hash)
  })
  rmSync(target, { recursive: true, force: true })
  cpSync(built, target, { recursive: true })
}

function verify() {
  const built = join(root, 'dist', 'build', 'mp-weixin')
  whenChanged('mp-weixin', sources, join(built, 'app.json'), () => {
    install()
    say('building for WeChat')
    npm('run', '--silent', 'build:mp-weixin')
  })
  whenChanged('gates', gates, built, () => {
    install()
    for (const gate of ['gate', 'lint', 'types', 'test', 'harness']) {
      say(gate)
      npm('run', '--silent', gate)
    }
  })
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  say(`skipped: Node 20 or newer is needed, ${process.version} is on PATH. The backend is built without the pages under /m/.`)
  process.exit(0)
}
const [command, target] = process.argv.slice(2)
if (command === 'h5' && target) buildH5(target)
else if (command === 'verify') verify()
else {
  say('usage: node build/module.mjs h5 <target directory> | verify')
  process.exit(2)
}
