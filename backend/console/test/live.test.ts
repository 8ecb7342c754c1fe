import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listen, liveness } from '@/api/live'

class FakeSource extends EventTarget {
  static made: FakeSource[] = []
  closed = false
  constructor(readonly url: string) {
    super()
    FakeSource.made.push(this)
  }
  close(): void {
    this.closed = true
  }
  says(type: string, data?: unknown): void {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }))
  }
}

const last = () => FakeSource.made.at(-1) as FakeSource

describe('live changes', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    FakeSource.made = []
    vi.stubGlobal('EventSource', FakeSource)
  })
  afterEach(() => vi.useRealTimers())

  it('opens one stream for all who listen and closes it with the last', () => {
    const one = listen({})
    const other = listen({})
    expect(FakeSource.made).toHaveLength(1)
    one()
    expect(last().closed).toBe(false)
    other()
    expect(last().closed).toBe(true)
    expect(liveness.value).toBe('off')
  })

  it('tells of a change', () => {
    const heard: string[] = []
    const stop = listen({ change: (change) => heard.push(change.id) })
    last().says('open')
    last().says('change', { id: 'a', version: 2 })
    expect(heard).toEqual(['a'])
    expect(liveness.value).toBe('live')
    stop()
  })

  it('comes back after a break, waiting longer each time, and then looks again at everything', () => {
    let again = 0
    const stop = listen({ again: () => again++ })
    last().says('open')
    last().says('error')
    expect(liveness.value).toBe('lost')
    vi.advanceTimersByTime(999)
    expect(FakeSource.made).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(FakeSource.made).toHaveLength(2)
    last().says('error')
    vi.advanceTimersByTime(1_999)
    expect(FakeSource.made).toHaveLength(2)
    vi.advanceTimersByTime(1)
    last().says('open')
    expect(again).toBe(1)
    stop()
  })

  it('looks again where the service says that something was missed', () => {
    let again = 0
    const stop = listen({ again: () => again++ })
    last().says('open')
    last().says('gap')
    expect(again).toBe(1)
    stop()
  })
})
