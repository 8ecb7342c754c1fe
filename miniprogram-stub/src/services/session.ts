/** Who is here. WeChat logs in silently; in a browser a demo user of the local mode does, or nobody. */
import { computed, reactive } from 'vue'
import { platform } from '@/platform/platform'
import type { Me, Role, Session } from './types'
import { api, send, useCredentials } from './http'

const tokenSlot = 'session.token'
const leftSlot = 'session.left'

interface State {
  me?: Me
  token?: string
  /** `starting` until the first answer is known. */
  status: 'starting' | 'in' | 'out'
}

const state = reactive<State>({ status: 'starting' })
const watchers: ((me: Me | undefined) => void)[] = []
let going: Promise<boolean> | undefined
let launched = () => {}
const launch = new Promise<void>((done) => (launched = done))

export const session = {
  state,
  me: computed(() => state.me),
  loggedIn: computed(() => state.status === 'in'),
  has: (...roles: Role[]) => roles.some((role) => state.me?.roles.includes(role)),
  /** Comes when the login at launch has ended, well or not. */
  settled: (): Promise<void> => launch,
  isStaff: computed(() => (state.me?.roles ?? []).some((role) => role !== 'CITIZEN')),
}

/** Told whenever somebody comes or goes. */
export function onWhoChanged(watcher: (me: Me | undefined) => void): void {
  watchers.push(watcher)
}

function enter(token: string, me: Me): void {
  const came = state.me?.id !== me.id
  Object.assign(state, { token, me, status: 'in' })
  uni.setStorageSync(tokenSlot, token)
  if (came) watchers.forEach((each) => each(me))
}

function leave(): void {
  const was = state.me
  Object.assign(state, { token: undefined, me: undefined, status: 'out' })
  uni.removeStorageSync(tokenSlot)
  if (was) watchers.forEach((each) => each(undefined))
}

async function freshLogin(): Promise<boolean> {
  const code = await platform.loginCode()
  if (!code) {
    leave()
    return false
  }
  const made = await send<Session>({ method: 'POST', path: '/sessions', body: { code }, relogin: false, early: true })
  uni.removeStorageSync(leftSlot)
  enter(made.data.token, made.data.me)
  return true
}

/** Logs in without asking; calls that come meanwhile share the attempt. */
export function login(): Promise<boolean> {
  going ??= freshLogin().finally(() => (going = undefined))
  return going
}

async function renew(): Promise<boolean> {
  // Who was refused without a session stays without one where nobody can be logged in, or where they left on purpose.
  if (!state.token && uni.getStorageSync(leftSlot)) return false
  state.token = undefined
  return login().catch(() => false)
}

async function comeIn(): Promise<void> {
  state.token = (uni.getStorageSync(tokenSlot) as string) || undefined
  try {
    if (state.token) {
      const { data } = await send<Me>({ method: 'GET', path: '/me', early: true })
      // The token may be a newer one by now: a session that had ended was renewed on the way.
      return enter(state.token, data)
    }
    if (!uni.getStorageSync(leftSlot)) await login()
    else leave()
  } catch {
    if (state.status === 'starting') state.status = 'out'
  }
}

let starting: Promise<void> | undefined

/** At launch: the session kept from last time, else a silent login, unless the person logged out themselves. */
export function start(): Promise<void> {
  starting ??= comeIn().finally(() => {
    starting = undefined
    launched()
  })
  return starting
}

useCredentials({ settled: () => launch, token: () => state.token, renew })

export async function refreshMe(): Promise<void> {
  if (state.token) setMe(await api.get<Me>('/me'))
}

export function setMe(me: Me): void {
  state.me = me
}

/** Ends the session here and on the server; no silent login follows until the person asks. */
export async function logout(): Promise<void> {
  uni.setStorageSync(leftSlot, '1')
  await send({ method: 'DELETE', path: '/sessions/current', relogin: false }).catch(() => undefined)
  leave()
}

/** After the account was deleted: nothing of it stays on the phone. */
export function forget(): void {
  leave()
  uni.clearStorageSync()
  uni.setStorageSync(leftSlot, '1')
}

/** Ends this session and logs in as whoever the platform now says. */
export async function switchPerson(): Promise<void> {
  await send({ method: 'DELETE', path: '/sessions/current', relogin: false }).catch(() => undefined)
  leave()
  await login()
}
