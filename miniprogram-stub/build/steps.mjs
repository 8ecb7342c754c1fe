/**
 * What Maven's calls of the two front ends share. Each step runs only when what it reads has changed, so that a warm start costs a
 * hash and nothing more. Built pages are also kept in the user's cache by the hash of their sources: a second clone, or a branch
 * looked at again, takes them from there.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, relative } from 'node:path'

const keptBuilds = 4

/**
 * The steps of one front end.
 *
 * @param front `root` its folder, `name` as it is said, `shelf` the name of its shelf in the cache, `pages` where its pages are
 *   served, `made` what a step writes among its own sources
 */
export function stepsOf({ root, name, shelf, pages, made }) {
  const stamps = join(root, 'dist', 'stamps')
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'quanmin', shelf)

  function say(line) {
    console.log(`[${name}] ${line}`)
  }

  function filesUnder(path) {
    if (!existsSync(path)) return []
    if (path === made) return []
    if (!statSync(path).isDirectory()) return [path]
    return readdirSync(path)
      .sort()
      .flatMap((each) => filesUnder(join(path, each)))
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
  function whenChanged(step, inputs, result, work) {
    const stamp = join(stamps, step)
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

  /** Puts a finished build on the shelf under its hash and drops the oldest; a shelf that cannot be written is no failure. */
  function shelve(built, hash) {
    try {
      const arriving = join(cache, `.${process.pid}`)
      cpSync(built, arriving, { recursive: true })
      renameSync(arriving, join(cache, hash))
      const age = (each) => statSync(join(cache, each)).mtimeMs
      const old = readdirSync(cache).sort((a, b) => age(b) - age(a)).slice(keptBuilds)
      for (const each of old) rmSync(join(cache, each), { recursive: true, force: true })
    } catch (failure) {
      say(`pages not cached: ${failure.message}`)
    }
  }

  /** Builds the pages by an npm script into `built`, or takes them from the shelf, and copies them to the target. */
  function build({ step, script, sources, built, target }) {
    whenChanged(step, sources, join(built, 'index.html'), () => {
      const hash = hashOf(sources)
      const shelved = join(cache, hash)
      if (existsSync(join(shelved, 'index.html'))) {
        rmSync(built, { recursive: true, force: true })
        cpSync(shelved, built, { recursive: true })
        return
      }
      install()
      say(`building ${pages}`)
      npm('run', '--silent', script)
      shelve(built, hash)
    })
    rmSync(target, { recursive: true, force: true })
    cpSync(built, target, { recursive: true })
  }

  /** Runs npm scripts that judge, one after the other. */
  function judge(inputs, result, gates) {
    whenChanged('gates', inputs, result, () => {
      install()
      for (const gate of gates) {
        say(gate)
        npm('run', '--silent', gate)
      }
    })
  }

  /** Ends with one clear line where Node is too old. */
  function needNode(major, minor) {
    const [has, less] = process.versions.node.split('.').map(Number)
    if (has > major || (has === major && less >= minor)) return
    say(`skipped: Node ${major}.${minor} or newer is needed, ${process.version} is on PATH. The backend is built without the pages under ${pages}.`)
    process.exit(0)
  }

  return { say, npm, whenChanged, install, build, judge, needNode }
}
