/** The message centre: list, unread count, and the live wire that keeps both fresh. */
import { reactive } from 'vue'
import { platform } from '@/platform/platform'
import { api } from './http'
import { Live, type Frame } from './live'
import { onWhoChanged } from './session'
import type { News, Paged } from './types'

const state = reactive({ items: [] as News[], next: undefined as string | undefined, unread: 0, loaded: false, live: false })

type Listener = (frame: Frame) => void
const listeners = new Set<Listener>()
const tabOfMessages = 2

function badge(): void {
  const fail = () => undefined
  // Only tab pages carry a badge; elsewhere the call fails, and the next tab page shows it.
  if (state.unread > 0) uni.setTabBarBadge({ index: tabOfMessages, text: state.unread > 99 ? '99+' : String(state.unread), fail })
  else uni.removeTabBarBadge({ index: tabOfMessages, fail })
}

function setUnread(count: number): void {
  state.unread = Math.max(0, count)
  badge()
}

async function countUnread(): Promise<void> {
  const { count } = await api.get<{ count: number }>('/inbox/unread')
  if (count > state.unread && state.loaded) void refresh().catch(() => undefined)
  setUnread(count)
}

async function refresh(): Promise<void> {
  const page = await api.get<Paged<News>>('/inbox', { limit: 20 })
  Object.assign(state, { items: page.items, next: page.next, loaded: true })
}

async function more(): Promise<void> {
  if (!state.next) return
  const page = await api.get<Paged<News>>('/inbox', { limit: 20, after: state.next })
  state.items.push(...page.items)
  state.next = page.next
}

async function readUpTo(news: News): Promise<void> {
  await api.post('/inbox/read', { upTo: news.cursor })
  state.items.filter((each) => Number(each.cursor) <= Number(news.cursor)).forEach((each) => (each.read = true))
  await countUnread()
}

function hear(frame: Frame): void {
  state.live = true
  if (frame.kind === 'news') {
    const item = { ...frame.item, cursor: frame.item.cursor ?? frame.cursor, read: frame.item.read ?? false }
    state.items = [item, ...state.items.filter((each) => String(each.cursor) !== String(item.cursor))]
    setUnread(state.unread + (item.read ? 0 : 1))
  }
  listeners.forEach((each) => each(frame))
}

const live = new Live(
  {
    ticket: async () => (await api.post<{ ticket: string }>('/live/tickets')).ticket,
    connect: (path, events) => platform.connect(path, events),
    poll: countUnread,
    after: (milliseconds, work) => {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
  },
  hear,
)

/** From the newest news the inbox has, so that nothing between the list and the wire is lost. */
async function begin(): Promise<void> {
  await refresh().catch(() => undefined)
  await countUnread().catch(() => undefined)
  const newest = Number(state.items[0]?.cursor)
  live.start(Number.isFinite(newest) ? newest : undefined)
}

onWhoChanged((me) => {
  live.stop()
  Object.assign(state, { items: [], next: undefined, loaded: false })
  setUnread(0)
  if (me) void begin()
})

export const inbox = {
  state,
  badge,
  refresh,
  more,
  countUnread,
  readUpTo,
  background: () => live.pause(),
  foreground: () => live.resume(),
  /** Told of every frame until the returned function is called. */
  listen(listener: Listener): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}
