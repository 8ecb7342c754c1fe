/**
 * What `wx.login`, the phone button and the subscription popup are in WeChat, played in a browser by a demo user of the local
 * mode. Where the backend has no demo (404) nobody is logged in and the pages can be read only.
 */
import { computed, reactive } from 'vue'
import type { DemoUser, PopupResult, SubscriptionTemplate } from '@/services/types'

const chosenSlot = 'demo.user'
const root = '/api/v1/demo/users'

interface State {
  users: DemoUser[]
  chosen?: string
  /** The popup on show, with what its answer is told to. */
  popup?: { templates: SubscriptionTemplate[]; answer: (accepted: string[] | undefined) => void }
}

const state = reactive<State>({ users: [] })

function ask<T>(path: string, method: 'GET' | 'POST', body?: unknown): Promise<T | undefined> {
  return new Promise((resolve) =>
    uni.request({
      url: root + path,
      method,
      header: body === undefined ? {} : { 'Content-Type': 'application/json' },
      data: body === undefined ? undefined : JSON.stringify(body),
      success: ({ statusCode, data }) => resolve(statusCode < 300 ? (data as T) : undefined),
      fail: () => resolve(undefined),
    }),
  )
}

let loaded: Promise<void> | undefined

async function load(): Promise<void> {
  const got = await ask<DemoUser[] | { items: DemoUser[] }>('', 'GET')
  state.users = Array.isArray(got) ? got : (got?.items ?? [])
  const kept = uni.getStorageSync(chosenSlot) as string
  const citizen = state.users.find((each) => !each.role || /CITIZEN|市民/.test(each.role))
  state.chosen = state.users.some((each) => each.id === kept) ? kept : (citizen ?? state.users[0])?.id
}

function ready(): Promise<void> {
  loaded ??= load()
  return loaded
}

async function loginCode(): Promise<string | undefined> {
  await ready()
  if (!state.chosen) return undefined
  return (await ask<{ code: string }>(`/${state.chosen}/login-code`, 'POST'))?.code
}

async function subscribe(templates: SubscriptionTemplate[], accepted: string[] | undefined): Promise<PopupResult[]> {
  const ids = templates.map((each) => each.id)
  if (!accepted?.length) return ids.map((template) => ({ template, status: 'reject' }))
  const got = await ask<{ results: PopupResult[] }>(`/${state.chosen}/subscribe`, 'POST', { templates: accepted, accept: true })
  const yes = got?.results ?? []
  return ids.map((template) => yes.find((each) => each.template === template) ?? { template, status: 'reject' })
}

export const demo = {
  state,
  there: computed(() => state.users.length > 0),
  current: computed(() => state.users.find((each) => each.id === state.chosen)),
  ready,
  loginCode,
  choose(id: string): void {
    state.chosen = id
    uni.setStorageSync(chosenSlot, id)
  },
  phoneCode: async () => (await ask<{ code: string }>(`/${state.chosen}/phone-code`, 'POST'))?.code,
  askSubscriptions: (templates: SubscriptionTemplate[]): Promise<PopupResult[]> =>
    new Promise((resolve) => {
      const answer = (accepted: string[] | undefined) => {
        state.popup = undefined
        void subscribe(templates, accepted).then(resolve)
      }
      state.popup = { templates, answer }
    }),
}
