/** `uni` as far as services use it: storage in memory, and a wire that each test decides. */
import { beforeEach } from 'vitest'
import type { ReportDraft } from '@/services/reports'

const storage = new Map<string, unknown>()

export interface Sent {
  url: string
  method: string
  header: Record<string, string>
  data?: string
}

type Answering = (sent: Sent) => { status: number; data?: unknown; header?: Record<string, string> } | 'no network'

export const wire = { sent: [] as Sent[], answer: (() => ({ status: 200 })) as Answering }

let keys = 0

/** A report that may go, with a key of its own. */
export function written(): ReportDraft {
  return {
    key: `key-${++keys}`,
    type: { code: 'GARBAGE', name: '暴露垃圾' },
    description: ' 垃圾没人收 ',
    place: { by: 'words', area: '990102001001', address: '文汇路 18 号' },
    photos: [],
    anonymous: false,
    savedAt: 0,
  }
}

Object.assign(globalThis, {
  location: { origin: 'http://city' },
  uni: {
    getStorageSync: (name: string) => structuredClone(storage.get(name) ?? ''),
    setStorageSync: (name: string, value: unknown) => storage.set(name, structuredClone(value)),
    removeStorageSync: (name: string) => storage.delete(name),
    request: (options: Sent & { success: (got: object) => void; fail: (why: object) => void }) => {
      const { url, method, header, data } = options
      wire.sent.push({ url, method, header, data })
      const answer = wire.answer({ url, method, header, data })
      queueMicrotask(() => {
        if (answer === 'no network') options.fail({ errMsg: 'request:fail' })
        else options.success({ statusCode: answer.status, data: answer.data, header: answer.header ?? {} })
      })
    },
  },
})

beforeEach(() => {
  storage.clear()
  wire.sent = []
  wire.answer = () => ({ status: 200 })
})
