/**
 * A small WeChat: loads the built bundle with WeChat's own open component engine (no screen behind it), keeps the stack of pages
 * and calls the life cycle the way the client does.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix, relative } from 'node:path'

const require = createRequire(import.meta.url)
const glassEasel = require('glass-easel')
const { MiniProgramEnv } = require('glass-easel-miniprogram-adapter')
const { TmplGroup } = require('glass-easel-template-compiler')

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name)
    return each.isDirectory() ? filesUnder(path) : [path]
  })
}

/** An event as WeChat hands it over: a plain object that owns its fields. */
function plain(event) {
  const end = (each) => ({ id: each?.id ?? '', dataset: { ...each?.dataset } })
  return { type: event.type, timeStamp: event.timeStamp, detail: event.detail, mark: event.mark, target: end(event.target), currentTarget: end(event.currentTarget) }
}

// The framework hangs its handlers on each instance, and WeChat finds them there; the engine does so only when told.
const ofDefinition = glassEasel.Component.getMethod
glassEasel.Component.getMethod = (component, name) => {
  const caller = component.getMethodCaller()
  const own = Object.hasOwn(caller, name) ? caller[name] : undefined
  const method = typeof own === 'function' ? own : ofDefinition(component, name)
  return method && ((event, ...rest) => method.call(caller, event instanceof glassEasel.Event ? plain(event) : event, ...rest))
}

/** `bindtap` is `bind:tap`; the open compiler knows only the newer spelling. */
const withColons = (wxml) => wxml.replace(/\s(bind|catch)([a-z][\w-]*)="/g, ' $1:$2="')

/** What is on the screen inside a node: what is put into a slot that is not drawn is not. */
function shown(node) {
  const children = []
  node.forEachComposedChild((child) => void children.push(child))
  return children
}

export class MiniProgram {
  stack = []
  errors = []
  #modules = new Map()
  #app
  #defining
  #globals

  constructor(root, wx) {
    this.root = root
    this.wx = wx
    const read = (path) => readFileSync(join(root, path), 'utf8')
    this.read = read
    this.config = JSON.parse(read('app.json'))
    this.pages = [...this.config.pages, ...(this.config.subPackages ?? []).flatMap((each) => each.pages.map((page) => posix.join(each.root, page)))]
    this.env = new MiniProgramEnv()
    this.backend = this.env.associateBackend(new glassEasel.EmptyBackendContext())
    this.space = this.env.createCodeSpace('app', true)
    glassEasel.addGlobalWarningListener(() => false)
    glassEasel.addGlobalErrorListener((error) => void this.errors.push(error))
    this.#addTemplates()
  }

  #addTemplates() {
    const templates = new TmplGroup()
    const paths = filesUnder(this.root).filter((file) => file.endsWith('.wxml')).map((file) => relative(this.root, file).replaceAll('\\', '/').replace(/\.wxml$/, ''))
    for (const path of paths) templates.addTmpl(path, withColons(this.read(`${path}.wxml`)))
    const groups = (0, eval)(templates.getTmplGenObjectGroups())
    for (const path of paths) {
      const json = JSON.parse(this.read(`${path}.json`))
      this.space.addComponentStaticConfig(path, { ...json, component: true })
      this.space.addCompiledTemplate(path, { groupList: groups, content: groups[path] })
    }
    this.components = paths
  }

  /** As `require` in a mini-program: by path, run once. */
  #load(path) {
    const known = this.#modules.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    this.#modules.set(path, module)
    const local = (asked) => this.#load(posix.join(dirname(path), asked))
    const names = Object.keys(this.#globals)
    new Function('require', 'module', 'exports', ...names, this.read(path))(local, module, module.exports, ...names.map((each) => this.#globals[each]))
    return module.exports
  }

  /** Cold start: the app, then every component as the client would with `lazyCodeLoading` off. */
  launch() {
    // The framework keeps the two constructors it finds at start and wraps them: these stand before whichever is being defined.
    const defining = (kind) => (options) => this.#defining[kind](options)
    // Each phone has its own: two of them may live in one process.
    this.#globals = {
      wx: this.wx,
      global: {},
      Page: defining('Page'),
      Component: defining('Component'),
      Behavior: defining('Behavior'),
      App: (app) => (this.#app = app),
      getApp: () => this.#app,
      getCurrentPages: () => this.stack.map((each) => each.caller),
    }
    this.wx.attach(this)
    this.#load('app.js')
    for (const path of this.components) {
      this.space.componentEnv(path, (env) => {
        this.#defining = env
        this.#load(`${path}.js`)
      })
    }
    const options = { path: this.config.pages[0], query: {}, scene: 1001 }
    this.#app.onLaunch?.(options)
    this.#app.onShow?.(options)
    this.open(this.config.pages[0])
  }

  open(page, query = {}) {
    if (!this.pages.includes(page)) throw new Error(`app.json names no page ${page}`)
    this.current?.caller.onHide?.()
    const root = this.backend.createRoot('body', this.space, page)
    const caller = root.get()
    Object.assign(caller, { route: page, options: query })
    this.stack.push({ page, root, caller })
    glassEasel.Element.pretendAttached(root.getComponent())
    caller.onLoad?.(query)
    caller.onShow?.()
    caller.onReady?.()
  }

  close() {
    const top = this.stack.pop()
    if (!top) return
    top.caller.onUnload?.()
    glassEasel.Element.pretendDetached(top.root.getComponent())
  }

  back() {
    this.close()
    this.current?.caller.onShow?.()
  }

  reLaunch(page, query) {
    while (this.stack.length) this.close()
    this.open(page, query)
  }

  get current() {
    return this.stack.at(-1)
  }

  hide() {
    this.current?.caller.onHide?.()
    this.#app.onHide?.()
    this.wx.suspend()
  }

  show() {
    this.wx.wake()
    this.#app.onShow?.({ path: this.current?.page, query: {}, scene: 1001 })
    this.current?.caller.onShow?.()
  }

  *#elements(node = this.current.root.getComponent()) {
    if (!glassEasel.Element.isElement(node)) return
    yield node
    for (const child of shown(node)) yield* this.#elements(child)
  }

  /** Elements of the page on top by their `data-testid`. */
  all(testid) {
    const fits = testid instanceof RegExp ? (id) => testid.test(id) : (id) => id === testid
    return [...this.#elements()].filter((each) => typeof each.dataset?.testid === 'string' && fits(each.dataset.testid))
  }

  text(node = this.current.root.getComponent()) {
    if (glassEasel.TextNode.isTextNode(node)) return node.textContent
    return shown(node).map((each) => this.text(each)).join('')
  }

  #one(testid) {
    const found = this.all(testid)[0]
    if (!found) throw new Error(`nothing with data-testid ${testid} on ${this.current?.page}: ${this.text().slice(0, 300)}`)
    return found
  }

  tap(testid) {
    const target = this.#one(testid)
    this.wx.duringTap(() => target.triggerEvent('tap', {}, { bubbles: true, composed: true }))
  }

  input(testid, value) {
    this.#one(testid).triggerEvent('input', { value }, { bubbles: true, composed: true })
  }
}
