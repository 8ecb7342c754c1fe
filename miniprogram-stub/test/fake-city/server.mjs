/** The city in memory over HTTP and WebSocket; serves the built H5 pages as well. `node test/fake-city/server.mjs 8099 --seed`. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocketServer } from 'ws'
import * as rules from './city.mjs'
import { seed } from './seed.mjs'

const here = fileURLToPath(new URL('../..', import.meta.url))
const kinds = { html: 'text/html', js: 'text/javascript', css: 'text/css', png: 'image/png', svg: 'image/svg+xml' }

class Refusal extends Error {
  constructor(status, slug, detail, more = {}) {
    super(detail)
    Object.assign(this, { status, body: { type: `https://quanmin.example/problems/${slug}`, title: detail, status, detail, ...more } })
  }
}

const bodyOf = (request) => new Promise((done) => {
  const parts = []
  request.on('data', (part) => parts.push(part)).on('end', () => done(Buffer.concat(parts)))
})

function routes(state) {
  const mine = (who) => who ?? (() => { throw new Refusal(401, 'not-logged-in', '请先登录') })()
  const one = (id) => state.cases.find((each) => each.id === id) ?? (() => { throw new Refusal(404, 'no-such-thing', '没有找到') })()
  const me = (who) => rules.person(state, mine(who))
  const inbox = (who) => state.inbox.get(mine(who)) ?? []
  const page = (items) => ({ items })
  const subscriptions = (who) => ({ templates: rules.templates.map((each) => ({ ...each, balance: state.balances.get(`${who}${each.id}`) ?? 0 })), longTerm: false })
  const article = (id) => state.articles.find((each) => each.id === id) ?? (() => { throw new Refusal(404, 'no-such-thing', '没有找到') })()
  const code = (kind, id) => { const made = `${kind}-${randomUUID()}`; state.codes.set(made, id); return { code: made } }
  const spend = (given) => { const id = state.codes.get(given); state.codes.delete(given); if (!id) throw new Refusal(401, 'code-refused', '登录没有成功，请再试一次'); return id }
  const step = ({ who, body, params }) => {
    const found = one(params[0])
    if (body.version !== found.version) throw new Refusal(409, 'stale-case', '案件刚刚有了变化', { current: rules.view(state, who, found) })
    if (!rules.allowed(state, mine(who), found).some((each) => each.step === body.step)) throw new Refusal(422, 'step-not-allowed', '现在还不能进行这项操作')
    rules.takeStep(state, who, found, body)
    return rules.view(state, who, found)
  }
  const publish = (shown) => ({ params }) => {
    const found = Object.assign(article(params[0]), { state: shown ? 'PUBLISHED' : 'WITHDRAWN', publishedAt: shown ? new Date().toISOString() : undefined })
    found.version++
    if (shown) rules.tell(state, undefined, found.title, found.summary, `pages/article/detail?id=${found.id}`, 'article')
    return found
  }
  return {
    'GET /demo/users': () => rules.demoUsers,
    'POST /demo/users/:/login-code': ({ params }) => code('login', params[0]),
    'POST /demo/users/:/phone-code': ({ params }) => code('phone', params[0]),
    'POST /demo/users/:/subscribe': ({ body }) => ({ results: body.templates.map((template) => ({ template, status: body.accept ? 'accept' : 'reject' })) }),
    'POST /sessions': ({ body }) => { const id = spend(body.code); const token = randomUUID(); state.sessions.set(token, id); return { token, expiresAt: new Date(Date.now() + 864e5).toISOString(), me: rules.person(state, id) } },
    'DELETE /sessions/current': ({ token }) => void state.sessions.delete(token),
    'GET /me': ({ who }) => me(who),
    'PATCH /me': ({ who, body }) => { Object.assign(state.persons.get(mine(who)), { name: body.name }); return me(who) },
    'PUT /me/phone': ({ who, body }) => { spend(body.code); state.persons.get(mine(who)).phone = '138****8000'; return me(who) },
    'DELETE /me/phone': ({ who }) => { delete state.persons.get(mine(who)).phone; return me(who) },
    'POST /me/consents': ({ who, body }) => { state.persons.get(mine(who)).consent.agreedVersion = body.version; return me(who) },
    'GET /me/data': ({ who }) => ({ exportedAt: new Date().toISOString(), sections: { identity: { name: me(who).name, phone: me(who).phone }, casework: { cases: state.cases.filter((each) => each.reporter === who).map((each) => ({ number: each.number, description: each.description })) }, notification: { inbox: inbox(who).map(({ title, text, at }) => ({ title, text, at })) }, photos: [] } }),
    'DELETE /me': ({ token, who }) => { mine(who); state.sessions.delete(token) },
    'POST /me/staff-link': ({ who }) => { const found = state.persons.get(mine(who)); found.roles = ['CITIZEN', 'REVIEWER']; found.staff = { id: who, name: found.name, area: { code: '990102', name: '青石区' }, serviceAccount: 'NOT_LINKED' }; return me(who) },
    'POST /me/service-account-code': () => ({ picture: '/pictures/7.svg', expiresAt: new Date(Date.now() + 6e5).toISOString() }),
    'GET /units': () => [['urban-management', '城市管理局'], ['sanitation', '环卫中心'], ['water', '云溪水务公司']].map(([code, name]) => ({ id: code, code, name })),
    'GET /whereabouts': () => ({ district: '990102', area: '990102001001', name: '青石区渔码头社区', outside: false, address: '青石区渔码头街道文汇路 18 号' }),
    'POST /photos': ({ who, raw }) => { mine(who); if (!raw.includes('filename')) throw new Refusal(400, 'no-file', '没有收到照片'); const id = `990102-${randomUUID().replaceAll('-', '')}`; const photo = { id, width: 800, height: 600, placeholder: false, picture: `/pictures/${state.photos.size}.svg`, thumbnail: `/pictures/${state.photos.size}.svg` }; state.photos.set(id, photo); return { ...photo, takenFrom: { longitude: 120.131, latitude: 30.271, datum: 'WGS84' } } },
    'POST /cases': ({ who, body }) => rules.view(state, who, rules.report(state, mine(who), body)),
    'GET /cases/mine': ({ who }) => page(state.cases.filter((each) => each.reporter === mine(who)).map(rules.summary)),
    'GET /cases/public': () => page(state.cases.map(rules.summary)),
    'GET /cases/nearby': () => page(state.cases.map((each, index) => ({ ...rules.summary(each), distance: 120 + index * 170 }))),
    'GET /cases/search': () => page(state.cases.map(rules.summary)),
    'GET /cases/similar': () => page([]),
    'GET /cases/:/candidates': ({ params }) => page(state.cases.filter((each) => each.id !== params[0]).map((each) => ({ ...rules.summary(each), rank: 0.5, words: 0.4, picture: 0 }))),
    'PUT /cases/:/support': () => ({ supporters: 1, supported: true }),
    'DELETE /cases/:/support': () => ({ supporters: 0, supported: false }),
    'GET /cases/:': ({ who, params }) => rules.view(state, who, one(params[0])),
    'POST /cases/:/steps': step,
    'GET /tasks': ({ who, query }) => { mine(who); return page(rules.inQueue(state, query.get('queue')).map(rules.summary)) },
    'POST /tasks/:/hold': ({ who }) => ({ by: me(who).name ?? '我', mine: true, until: new Date(Date.now() + 6e5).toISOString() }),
    'DELETE /tasks/:/hold': () => undefined,
    'GET /tasks/:/call': () => ({ name: '热心市民', phone: '138****1234', mine: true, said: [] }),
    'POST /tasks/:/call': () => undefined,
    'GET /cases/:/replies': () => ({ items: [{ name: '已经解决', words: '您反映的问题已处置完毕，感谢监督。' }] }),
    'GET /absences': () => ({ items: [] }),
    'GET /absences/substitutes': () => ({ items: [{ id: '990100-' + '0'.repeat(32), name: '罗敏' }] }),
    'GET /tasks/counts': ({ who }) => rules.counts(state, mine(who)),
    'GET /inbox': ({ who }) => page(inbox(who)),
    'GET /inbox/unread': ({ who }) => ({ count: inbox(who).filter((each) => !each.read).length }),
    'POST /inbox/read': ({ who, body }) => void inbox(who).filter((each) => each.cursor <= body.upTo).forEach((each) => (each.read = true)),
    'POST /live/tickets': ({ who }) => ({ ticket: code('live', mine(who)).code, expiresAt: new Date(Date.now() + 3e4).toISOString() }),
    'GET /subscriptions': ({ who }) => subscriptions(mine(who)),
    'POST /subscriptions': ({ who, body }) => { for (const { template, status } of body.results) if (status === 'accept') { const slot = `${mine(who)}${template}`; state.balances.set(slot, (state.balances.get(slot) ?? 0) + 1) } return subscriptions(who) },
    'GET /me/preferences': ({ who }) => state.prefs.get(mine(who)) ?? { wechatMessages: true, muted: [] },
    'PUT /me/preferences': ({ who, body }) => { state.prefs.set(mine(who), body); return body },
    'GET /articles': () => page(state.articles.filter((each) => each.publishedAt)),
    'GET /articles/drafts': () => page(state.articles),
    'GET /articles/:': ({ params }) => article(params[0]),
    'POST /articles': ({ body }) => { const made = { ...body, cover: state.photos.get(body.cover), id: `990102-${randomUUID().replaceAll('-', '')}`, version: 1, state: 'DRAFT' }; state.articles.unshift(made); return made },
    'PUT /articles/:': ({ params, body }) => { const found = article(params[0]); Object.assign(found, body, { cover: state.photos.get(body.cover) ?? found.cover, version: found.version + 1 }); return found },
    'POST /articles/:/publish': publish(true),
    'POST /articles/:/withdraw': publish(false),
  }
}

function match(table, method, path) {
  const exact = table[`${method} ${path}`]
  if (exact) return [exact, []]
  for (const [route, handler] of Object.entries(table)) {
    const found = new RegExp(`^${route.replaceAll(':', '([^/]+)')}$`).exec(`${method} ${path}`)
    if (found) return [handler, found.slice(1).map(decodeURIComponent)]
  }
  return []
}

function picture(response, name) {
  const hue = (parseInt(name, 10) * 47) % 360
  response.setHeader('Content-Type', 'image/svg+xml')
  response.end(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="800" height="600"><rect width="400" height="300" fill="hsl(${hue} 35% 62%)"/><path d="M0 220 90 120l80 90 70-60 160 150H0z" fill="hsl(${hue} 30% 40%)"/><circle cx="320" cy="70" r="30" fill="hsl(${hue} 60% 85%)"/></svg>`)
}

function file(response, path) {
  const target = join(here, 'dist/build/h5', path === '/m/' ? 'index.html' : path.slice(3))
  if (!existsSync(target)) return response.writeHead(404).end()
  response.setHeader('Content-Type', kinds[target.split('.').pop()] ?? 'application/octet-stream')
  response.end(readFileSync(target))
}

/** Starts it; answers its port and how to stop it. `calls` lists what was asked, for tests. */
export async function start({ port = 0, seeded = false, fault } = {}) {
  const state = rules.city()
  if (seeded) seed(state, rules)
  const table = routes(state)
  const calls = []

  async function answer(request, response) {
    const url = new URL(request.url, 'http://city')
    if (url.pathname.startsWith('/pictures/')) return picture(response, url.pathname.slice(10))
    if (url.pathname.startsWith('/m/')) return file(response, url.pathname)
    const path = url.pathname.replace('/api/v1', '')
    const method = request.headers['x-http-method-override'] ?? request.method
    const raw = await bodyOf(request)
    calls.push({ method, path, key: request.headers['idempotency-key'] })
    if (fault?.(method, path)) return request.socket.destroy()
    const token = request.headers.authorization?.slice(7)
    const known = `${request.headers['idempotency-key']}${token}`
    const say = (status, value) => response.writeHead(status, { 'Content-Type': status < 300 ? 'application/json' : 'application/problem+json' }).end(value === undefined ? undefined : JSON.stringify(value))
    if (request.headers['idempotency-key'] && state.answers.has(known)) return say(200, state.answers.get(known))
    if (rules.fixed[path]) return say(200, rules.fixed[path])
    const [handler, params] = match(table, method, path)
    if (!handler) return say(404, { type: 'about:no-such-thing', title: '没有找到', status: 404, detail: '没有找到' })
    try {
      const body = /json/.test(request.headers['content-type'] ?? '') && raw.length ? JSON.parse(raw) : {}
      const value = handler({ who: state.sessions.get(token), token, body, raw, params, query: url.searchParams })
      if (request.headers['idempotency-key']) state.answers.set(known, value)
      say(value === undefined ? 204 : method === 'POST' && path === '/cases' ? 201 : 200, value)
    } catch (refusal) {
      say(refusal.status ?? 500, refusal.body ?? { type: 'about:broken', title: refusal.message, status: 500, detail: refusal.stack })
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  const sockets = new WebSocketServer({ server, path: '/api/v1/live' })
  sockets.on('connection', (socket) => {
    let heard
    socket.once('message', (first) => {
      const { ticket, after = 0 } = JSON.parse(first)
      const who = state.codes.get(ticket)
      if (!state.codes.delete(ticket)) return socket.close(4401)
      for (const item of [...(state.inbox.get(who) ?? [])].reverse()) if (item.cursor > after) socket.send(JSON.stringify({ kind: 'news', cursor: item.cursor, item }))
      heard = ({ to, frame }) => (to === undefined || to === who) && socket.send(JSON.stringify(frame))
      state.listeners.add(heard)
    })
    socket.on('close', () => state.listeners.delete(heard))
  })
  await new Promise((done) => server.listen(port, done))
  const stop = () => new Promise((done) => { sockets.clients.forEach((each) => each.terminate()); server.closeAllConnections(); server.close(done) })
  return { port: server.address().port, state, calls, rules, stop }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port } = await start({ port: Number(process.argv[2] ?? 8099), seeded: process.argv.includes('--seed') })
  console.log(`http://localhost:${port}/m/`)
}
