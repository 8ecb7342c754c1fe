/**
 * Runs the built WeChat bundle against a backend: `npm run harness -- --base http://localhost:8080 --demo`. Without `--base` the
 * city in memory answers. Ends with 1 when a scene fails, and says which and why. `--only <scene>` runs one.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { start } from '../fake-city/server.mjs'
import { MiniProgram } from './runtime.mjs'
import { scenes } from './scenes.mjs'
import { fakeWx } from './wx.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const { values } = parseArgs({ options: { base: { type: 'string', default: process.env.QUANMIN_BASE }, demo: { type: 'boolean' }, user: { type: 'string' }, only: { type: 'string' }, bundle: { type: 'string', default: join(here, '../../dist/build/mp-weixin') } } })
if (!existsSync(join(values.bundle, 'app.json'))) {
  console.error(`no built bundle at ${values.bundle}: run npm run build:mp-weixin first`)
  process.exit(2)
}

/** Calls as somebody, beside the phone. */
async function person(base, user) {
  const ask = async (path, init = {}) => {
    const answer = await fetch(`${base}/api/v1${path}`, init)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${init.method ?? 'GET'} ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
    return text ? JSON.parse(text) : undefined
  }
  const json = { 'Content-Type': 'application/json' }
  const { code } = await ask(`/demo/users/${user}/login-code`, { method: 'POST' })
  const { token } = await ask('/sessions', { method: 'POST', headers: json, body: JSON.stringify({ code }) })
  const headers = { Authorization: `Bearer ${token}` }
  return {
    get: (path) => ask(path, { headers }),
    post: (path, body) => ask(path, { method: 'POST', headers: { ...headers, ...json, 'Idempotency-Key': `harness-${Date.now()}-${Math.random().toString(36).slice(2)}` }, body: JSON.stringify(body) }),
  }
}

async function cityAt(base) {
  const users = await (await fetch(`${base}/api/v1/demo/users`)).json()
  const titled = (title) => users.filter((each) => each.role.includes(title)).map((each) => each.id)
  const user = values.user ?? titled('市民').at(-1)
  const [citizen, reviewer] = [await person(base, user), await person(base, titled('审核员')[0])]
  return {
    user,
    get: citizen.get,
    balances: async () => (await citizen.get('/subscriptions')).templates,
    async type(dangerous) {
      const { groups } = await citizen.get('/problem-types')
      const all = groups.flatMap((group) => group.types.map((type) => ({ code: type.code, dangerous: type.dangerous, group: group.code })))
      return all.find((each) => each.dangerous === dangerous)
    },
    async accept(id) {
      const { version } = await reviewer.get(`/cases/${id}`)
      return reviewer.post(`/cases/${id}/steps`, { step: 'accept', version })
    },
  }
}

function phoneAt(base, user, kept) {
  const wx = fakeWx({ base, user, photo: join(here, 'street.jpg') })
  if (kept) wx.restore(kept)
  const phone = new MiniProgram(values.bundle, wx)
  phone.again = () => {
    wx.suspend()
    return phoneAt(base, user, wx.kept())
  }
  return phone
}

const failures = []
// The engine warns about attributes WeChat knows and it does not.
console.warn = () => undefined
let latest
// What the program leaves unhandled is a fault of its, not the end of the harness.
const unhandled = []
process.on('unhandledRejection', (reason) => unhandled.push(reason?.stack ?? String(reason)))

async function play(name, base, city) {
  const errors = []
  const complain = console.error
  console.error = (...words) => errors.push(words.map((each) => each?.stack ?? String(each)).join(' '))
  const started = Date.now()
  try {
    latest = phoneAt(base, city.user)
    await scenes[name](latest, city)
    errors.push(...latest.errors.map((each) => each?.stack ?? String(each)))
    errors.push(...unhandled.splice(0))
    if (errors.length) throw new Error(`the program complained: ${errors[0].slice(0, 600)}`)
    console.log(`ok      ${name} (${Date.now() - started} ms)`)
  } catch (failure) {
    failures.push(name)
    console.log(`FAILED  ${name}: ${failure.message}`)
    if (errors.length) console.log(`        it also said: ${errors[0].slice(0, 600)}`)
  } finally {
    console.error = complain
    latest?.wx.suspend()
  }
}

const fake = values.base ? undefined : await start({ seeded: true })
const base = values.base ?? `http://localhost:${fake.port}`
console.log(`[wx harness] ${values.bundle} against ${base}`)
const city = await cityAt(base)
for (const name of Object.keys(scenes).filter((each) => !values.only || each === values.only)) await play(name, base, city)
await fake?.stop()
if (unhandled.length) {
  failures.push('unhandled')
  console.log(`FAILED  nothingIsLeftUnhandled: ${unhandled[0].slice(0, 600)}`)
}
console.log(failures.length ? `[wx harness] ${failures.length} scenes failed` : '[wx harness] all scenes passed')
process.exit(failures.length ? 1 : 0)
