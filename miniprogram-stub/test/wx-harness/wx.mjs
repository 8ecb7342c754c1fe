/** The part of `wx` this program uses, with WeChat's rules: taps, permissions, suspension, every status in `success`. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { WebSocket } from 'ws'

const interrupted = { errMsg: 'request:fail interrupted', errno: 600003 }

export function fakeWx({ base, user, photo }) {
  const storage = new Map()
  const appShow = new Set()
  const appHide = new Set()
  const network = new Set()
  const sockets = new Set()
  const flight = new Set()
  const world = { online: true, suspended: false, location: 'granted', inTap: false, user, calls: [], badge: '', subscribed: 'accept', logins: 0, modal: true, mostAtOnce: 0 }
  let program

  const later = (work) => setTimeout(work, 0)
  const ok = (options, value = {}) => later(() => { options?.success?.({ errMsg: 'ok', ...value }); options?.complete?.({ errMsg: 'ok', ...value }) })
  const no = (options, errMsg, more = {}) => later(() => { options?.fail?.({ errMsg, ...more }); options?.complete?.({ errMsg, ...more }) })
  const here = (url) => url.replace(/^https?:\/\/[^/]+/, base)

  async function send(options, init) {
    world.calls.push({ method: init.method, path: new URL(options.url).pathname, key: options.header?.['Idempotency-Key'] })
    if (world.suspended) return no(options, interrupted.errMsg, interrupted)
    if (!world.online) return no(options, 'request:fail net::ERR_INTERNET_DISCONNECTED')
    const stop = new AbortController()
    flight.add(stop)
    world.mostAtOnce = Math.max(world.mostAtOnce, flight.size)
    try {
      const answer = await fetch(here(options.url), { ...init, signal: stop.signal })
      const text = await answer.text()
      const json = /json/.test(answer.headers.get('content-type') ?? '') && text ? JSON.parse(text) : text
      const header = Object.fromEntries(answer.headers)
      if (world.suspended) return no(options, interrupted.errMsg, interrupted)
      ok(options, { statusCode: answer.status, data: init.raw ? text : json, header })
    } catch (failure) {
      no(options, stop.signal.aborted ? interrupted.errMsg : `request:fail ${failure.cause?.code ?? failure.message}`)
    } finally {
      flight.delete(stop)
    }
  }

  const query = (text) => Object.fromEntries(new URLSearchParams(text))
  const split = (url) => { const [page, rest = ''] = url.replace(/^\//, '').split('?'); return [page, query(rest)] }
  const go = (work) => (options) => later(() => { try { work(...split(options.url ?? '')); options.success?.({ errMsg: 'ok' }) } catch (error) { program.errors.push(error); options.fail?.({ errMsg: error.message }) } })
  const files = {
    saveFile: (options) => ok(options, { savedFilePath: `wxfile://usr/${basename(options.tempFilePath)}` }),
    access: (options) => ok(options),
    unlink: (options) => ok(options),
  }

  const wx = {
    world,
    /** What the phone still knows after the program was ended. */
    kept: () => new Map(storage),
    restore: (given) => given.forEach((value, name) => storage.set(name, value)),
    attach: (given) => { program = given },
    duringTap: (work) => { world.inTap = true; try { work() } finally { world.inTap = false } },
    suspend: () => { world.suspended = true; flight.forEach((each) => each.abort()); sockets.forEach((each) => each.terminate()); appHide.forEach((each) => each({})) },
    wake: () => { world.suspended = false; appShow.forEach((each) => each({})) },
    setOnline: (on) => { world.online = on; network.forEach((each) => each({ isConnected: on, networkType: on ? 'wifi' : 'none' })) },

    request: (options) => void send(options, { method: options.method ?? 'GET', headers: options.header, body: options.method === 'GET' ? undefined : options.data }),
    uploadFile: (options) => {
      const progress = []
      const form = new FormData()
      form.append(options.name, new Blob([readFileSync(photo)], { type: 'image/jpeg' }), basename(photo))
      later(() => progress.forEach((each) => each({ progress: 50 })))
      void send(options, { method: 'POST', headers: options.header, body: form, raw: true })
      return { onProgressUpdate: (listener) => progress.push(listener), abort: () => undefined }
    },
    connectSocket: (options) => {
      if (world.suspended || !world.online) { no(options, 'connectSocket:fail'); return { onOpen: () => undefined, onMessage: () => undefined, onError: (listener) => later(() => listener({})), onClose: () => undefined, send: () => undefined, close: () => undefined } }
      const socket = new WebSocket(here(options.url).replace(/^http/, 'ws').replace(/^ws(s?):\/\/[^/]+/, base.replace(/^http/, 'ws')))
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
      return {
        onOpen: (listener) => socket.on('open', () => listener({})),
        onMessage: (listener) => socket.on('message', (data) => world.suspended || listener({ data: String(data) })),
        onClose: (listener) => socket.on('close', () => world.suspended || listener({})),
        onError: (listener) => socket.on('error', () => world.suspended || listener({})),
        send: ({ data }) => socket.readyState === 1 && socket.send(data),
        close: () => socket.close(),
      }
    },

    login: (options) => {
      world.logins++
      fetch(`${base}/api/v1/demo/users/${world.user}/login-code`, { method: 'POST' }).then((got) => got.json()).then(({ code }) => ok(options, { code }), (error) => no(options, error.message))
    },
    requestSubscribeMessage: (options) => {
      if (!world.inTap) return no(options, 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.')
      if (options.tmplIds.length > 5) return no(options, 'requestSubscribeMessage:fail templates count out of max bounds', { errCode: 20003 })
      fetch(`${base}/api/v1/demo/users/${world.user}/subscribe`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ templates: options.tmplIds, accept: world.subscribed === 'accept' }) })
        .then(() => ok(options, Object.fromEntries(options.tmplIds.map((each) => [each, world.subscribed]))), (error) => no(options, error.message))
    },
    getLocation: (options) => (world.location === 'granted' ? ok(options, { longitude: 120.1347, latitude: 30.2675, accuracy: 15 }) : no(options, 'getLocation:fail auth deny')),
    chooseLocation: (options) => (world.location === 'granted' ? ok(options, { longitude: 120.1347, latitude: 30.2675, name: '文汇路', address: '文汇路 18 号' }) : no(options, 'chooseLocation:fail auth deny')),
    chooseMedia: (options) => ok(options, { tempFiles: [{ tempFilePath: `http://tmp/${basename(photo)}`, size: 1 }], type: 'image' }),
    getFileSystemManager: () => files,

    getStorageSync: (name) => structuredClone(storage.get(name) ?? ''),
    setStorageSync: (name, value) => void storage.set(name, structuredClone(value)),
    setStorage: (options) => { storage.set(options.key, structuredClone(options.data)); ok(options) },
    removeStorageSync: (name) => void storage.delete(name),
    clearStorageSync: () => storage.clear(),

    navigateTo: go((page, options) => { if (program.stack.length >= 10) throw new Error('navigateTo:fail webview count limit exceed'); program.open(page, options) }),
    redirectTo: go((page, options) => { program.close(); program.open(page, options) }),
    switchTab: go((page) => program.reLaunch(page, {})),
    reLaunch: go((page, options) => program.reLaunch(page, options)),
    navigateBack: go(() => program.back()),

    setTabBarBadge: (options) => { world.badge = options.text; ok(options) },
    removeTabBarBadge: (options) => { world.badge = ''; ok(options) },
    showModal: (options) => ok(options, { confirm: world.modal, cancel: !world.modal }),
    setClipboardData: (options) => { world.clipboard = options.data; ok(options) },
    makePhoneCall: (options) => { world.called = options.phoneNumber; ok(options) },
    previewImage: (options) => ok(options),
    stopPullDownRefresh: () => undefined,
    pageScrollTo: (options) => ok(options),

    onAppShow: (listener) => appShow.add(listener),
    onAppHide: (listener) => appHide.add(listener),
    onNetworkStatusChange: (listener) => network.add(listener),
    getLaunchOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: 'pages/home/index', query: {}, scene: 1001 }),
    getSystemInfoSync: () => ({ platform: 'devtools', SDKVersion: '3.8.0', statusBarHeight: 44, windowWidth: 390, windowHeight: 844, pixelRatio: 3, language: 'zh_CN', theme: 'light', model: 'iPhone', brand: 'devtools', system: 'iOS 18', version: '8.0.50', safeArea: { top: 44, bottom: 810, left: 0, right: 390 }, screenWidth: 390, screenHeight: 844 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    canIUse: () => true,
    nextTick: (work) => setTimeout(work, 0),
  }
  wx.getWindowInfo = wx.getDeviceInfo = wx.getAppBaseInfo = wx.getSystemInfoSync
  return wx
}
