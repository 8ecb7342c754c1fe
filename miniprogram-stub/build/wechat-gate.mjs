/**
 * What WeChat's tools would refuse, found without them: every template compiles with WeChat's own open template compiler, every
 * page and component named in a JSON file is there, no package is over its limit, tab pages lie in the main package.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { TmplGroup } from 'glass-easel-template-compiler'

const packageLimit = 2 * 1024 * 1024
const totalLimit = 30 * 1024 * 1024

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name)
    return each.isDirectory() ? filesUnder(path) : [path]
  })
}

const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
const name = (root, file) => relative(root, file).replaceAll('\\', '/')

function templates(root) {
  const group = new TmplGroup()
  return filesUnder(root)
    .filter((file) => file.endsWith('.wxml'))
    .flatMap((file) => group.addTmpl(name(root, file).replace(/\.wxml$/, ''), readFileSync(file, 'utf8')).map((each) => ({ file, each })))
    .filter(({ each }) => each.isError)
    .map(({ file, each }) => `${name(root, file)}:${each.startLine}: ${each.message}`)
}

function parts(root, path, asked) {
  const missing = ['js', 'json', 'wxml'].filter((kind) => !existsSync(join(root, `${path}.${kind}`)))
  return missing.map((kind) => `${path}.${kind} is missing; ${asked} names it`)
}

function components(root) {
  return filesUnder(root)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => Object.values(json(file).usingComponents ?? {}).map((path) => ({ file, path })))
    .filter(({ path }) => !path.startsWith('plugin://'))
    .flatMap(({ file, path }) => {
      const from = posix.dirname(name(root, file))
      const target = path.startsWith('/') ? path.slice(1) : posix.join(from, path)
      return parts(root, target, name(root, file))
    })
}

function sizes(root, app) {
  const roots = (app.subPackages ?? []).map((each) => `${each.root.replace(/\/$/, '')}/`)
  const total = new Map([['main package', 0], ...roots.map((each) => [each, 0])])
  for (const file of filesUnder(root)) {
    const owner = roots.find((each) => name(root, file).startsWith(each)) ?? 'main package'
    total.set(owner, total.get(owner) + statSync(file).size)
  }
  const all = [...total.values()].reduce((sum, each) => sum + each, 0)
  const over = [...total].filter(([, size]) => size > packageLimit).map(([owner, size]) => `${owner} holds ${size} bytes, more than 2 MB`)
  return all > totalLimit ? [...over, `all packages hold ${all} bytes, more than 30 MB`] : over
}

/** No call home by the framework. */
function foreign(root) {
  const code = filesUnder(root).filter((file) => file.endsWith('.js'))
  return code.filter((file) => readFileSync(file, 'utf8').includes('preloadAssets')).map((file) => `${name(root, file)} fetches assets from a foreign host`)
}

/** Everything wrong with a built mini-program, one sentence each. */
export function faultsIn(root) {
  const app = json(join(root, 'app.json'))
  const pages = [...app.pages, ...(app.subPackages ?? []).flatMap((each) => each.pages.map((page) => posix.join(each.root, page)))]
  const tabs = (app.tabBar?.list ?? []).map((each) => each.pagePath).filter((page) => !app.pages.includes(page))
  return [
    ...templates(root),
    ...pages.flatMap((page) => parts(root, page, 'app.json')),
    ...components(root),
    ...sizes(root, app),
    ...foreign(root),
    ...tabs.map((page) => `${page} is a tab and not in the main package`),
  ]
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'build', 'mp-weixin')
  const faults = faultsIn(root)
  faults.forEach((each) => console.error(each))
  console.log(`[wechat gate] ${filesUnder(root).filter((file) => file.endsWith('.wxml')).length} templates, ${faults.length} faults`)
  process.exit(faults.length ? 1 : 0)
}
