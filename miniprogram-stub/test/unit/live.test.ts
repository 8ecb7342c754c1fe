import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Socket, SocketEvents } from '@/platform/contract'
import { Live, silence, type Frame } from '@/services/live'

interface Line extends Socket {
  events: SocketEvents
  sent: string[]
  closed: boolean
}

let lines: Line[]
let tickets: number
let polls: number
let heard: Frame[]
let live: Live
let ticketWorks: boolean

function connect(_path: string, events: SocketEvents): Socket {
  const line: Line = { events, sent: [], closed: false, send: (text) => line.sent.push(text), close: () => (line.closed = true) }
  lines.push(line)
  return line
}

const last = () => lines[lines.length - 1] as Line
const news = (cursor: number) => JSON.stringify({ kind: 'news', cursor, item: { cursor, title: `第${cursor}条` } })
const turn = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  lines = []
  tickets = 0
  polls = 0
  heard = []
  ticketWorks = true
  live = new Live(
    {
      ticket: async () => {
        if (!ticketWorks) throw new Error('no ticket')
        return `ticket-${++tickets}`
      },
      connect,
      poll: async () => void polls++,
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    (frame) => heard.push(frame),
  )
})
afterEach(() => void vi.useRealTimers())

test('the first frame carries the ticket and the cursor, and nothing is in the address', async () => {
  live.start(41)
  await turn()
  last().events.opened()
  expect(JSON.parse(last().sent[0] as string)).toEqual({ ticket: 'ticket-1', after: 41 })
})

test('news that comes again after a resume is said once', async () => {
  live.start(1)
  await turn()
  last().events.opened()
  last().events.received(news(2))
  last().events.received(news(2))
  last().events.received(news(1))
  expect(heard).toHaveLength(1)
})

test('in the background the line is hung up and no attempt is made', async () => {
  live.start(1)
  await turn()
  live.pause()
  expect(last().closed).toBe(true)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(lines).toHaveLength(1)
})

test('back in the foreground it goes on from the last news with a fresh ticket', async () => {
  live.start(1)
  await turn()
  last().events.opened()
  last().events.received(news(5))
  live.pause()
  live.resume()
  await turn()
  last().events.opened()
  expect(JSON.parse(last().sent[0] as string)).toEqual({ ticket: 'ticket-2', after: 5 })
})

test('a lost line is taken up again, later each time', async () => {
  live.start(1)
  await turn()
  last().events.closed()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(lines).toHaveLength(2)
  last().events.closed()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(lines).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(lines).toHaveLength(3)
})

test('a line that has gone silent counts as lost', async () => {
  live.start(1)
  await turn()
  last().events.opened()
  await vi.advanceTimersByTimeAsync(silence + 1_000)
  expect(lines).toHaveLength(2)
})

test('a ping keeps the line and is answered', async () => {
  live.start(1)
  await turn()
  last().events.opened()
  await vi.advanceTimersByTimeAsync(silence - 1)
  last().events.received('{"kind":"ping"}')
  await vi.advanceTimersByTimeAsync(silence - 1)
  expect(lines).toHaveLength(1)
  expect(last().sent).toContain('{"kind":"pong"}')
})

test('while no line holds the inbox is asked instead, and no longer once one does', async () => {
  ticketWorks = false
  live.start(1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(polls).toBeGreaterThan(0)
  ticketWorks = true
  await vi.advanceTimersByTimeAsync(31_000)
  last().events.opened()
  last().events.received('{"kind":"ping"}')
  const asked = polls
  await vi.advanceTimersByTimeAsync(60_000)
  expect(polls).toBe(asked)
})

test('a late answer of a line that was given up is ignored', async () => {
  live.start(1)
  await turn()
  const old = last()
  old.events.closed()
  await vi.advanceTimersByTimeAsync(1_000)
  old.events.received(news(9))
  expect(heard).toHaveLength(0)
})

test('rubbish on the line is ignored', async () => {
  live.start(1)
  await turn()
  last().events.opened()
  last().events.received('not json')
  last().events.received('[]')
  expect(heard).toHaveLength(0)
})
