/**
 * News as it happens: a single-use ticket in the first frame, resumed by the cursor of the last news seen, pinged, paused in the
 * background, and replaced by asking for the unread count while no connection holds.
 */
import type { Socket, SocketEvents } from '@/platform/contract'
import type { ArticleSummary, News } from './types'

export type Frame =
  | { kind: 'news'; cursor: number; item: News }
  | { kind: 'article'; cursor?: number; item: ArticleSummary }
  | { kind: 'ping' }

/** What it needs from the world; tests give their own. */
export interface LiveWorld {
  ticket(): Promise<string>
  connect(path: string, events: SocketEvents): Socket
  /** Asks the inbox instead, while there is no connection. */
  poll(): Promise<void>
  after(milliseconds: number, work: () => void): () => void
}

export const silence = 75_000
const pollEvery = 20_000
const waits = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]

export class Live {
  private wanted = false
  private paused = false
  private failures = 0
  private cursor: number | undefined
  private socket: Socket | undefined
  private cancelRetry = () => {}
  private cancelWatch = () => {}
  private cancelPoll = () => {}
  /** Rises with every attempt, so that a late answer of an old one is ignored. */
  private attempt = 0

  constructor(
    private readonly world: LiveWorld,
    private readonly heard: (frame: Frame) => void,
  ) {}

  start(cursor?: number): void {
    this.cursor = cursor ?? this.cursor
    this.wanted = true
    if (!this.paused) void this.open()
  }

  stop(): void {
    this.wanted = false
    this.cursor = undefined
    this.hangUp()
  }

  /** WeChat suspends scripts five seconds after the app goes to the back; what is missed comes by cursor. */
  pause(): void {
    this.paused = true
    this.hangUp()
  }

  resume(): void {
    if (!this.paused) return
    this.paused = false
    this.failures = 0
    if (this.wanted) void this.open()
  }

  private async open(): Promise<void> {
    this.hangUp()
    const mine = ++this.attempt
    try {
      const ticket = await this.world.ticket()
      if (mine === this.attempt) this.socket = this.world.connect('/api/v1/live', this.events(mine, ticket))
    } catch {
      if (mine === this.attempt) this.lost()
    }
  }

  private events(mine: number, ticket: string): SocketEvents {
    const ifMine = (work: () => void) => () => {
      if (mine === this.attempt) work()
    }
    return {
      opened: ifMine(() => {
        this.socket?.send(JSON.stringify({ ticket, after: this.cursor }))
        this.watch()
      }),
      received: (text) => ifMine(() => this.receive(text))(),
      closed: ifMine(() => this.lost()),
    }
  }

  private receive(text: string): void {
    this.failures = 0
    this.cancelPoll()
    this.watch()
    const frame = frameOf(text)
    if (!frame) return
    if (frame.kind === 'ping') return this.socket?.send('{"kind":"pong"}')
    if (frame.kind === 'news') {
      // What comes twice after a resume is said once.
      const cursor = Number(frame.cursor)
      if (this.cursor !== undefined && cursor <= this.cursor) return
      this.cursor = cursor
    }
    this.heard(frame)
  }

  private watch(): void {
    this.cancelWatch()
    this.cancelWatch = this.world.after(silence, () => this.lost())
  }

  private lost(): void {
    this.hangUp()
    if (!this.wanted || this.paused) return
    const wait = waits[Math.min(this.failures, waits.length - 1)] as number
    if (++this.failures >= 2) this.pollLater()
    this.cancelRetry = this.world.after(wait, () => void this.open())
  }

  private pollLater(): void {
    this.cancelPoll()
    this.cancelPoll = this.world.after(pollEvery, () => {
      void this.world.poll().catch(() => undefined)
      this.pollLater()
    })
  }

  private hangUp(): void {
    this.attempt++
    this.cancelRetry()
    this.cancelWatch()
    if (this.paused || !this.wanted) this.cancelPoll()
    const old = this.socket
    this.socket = undefined
    old?.close()
  }
}

function frameOf(text: string): Frame | undefined {
  try {
    const frame = JSON.parse(text) as Frame
    return typeof frame?.kind === 'string' ? frame : undefined
  } catch {
    return undefined
  }
}
