/**
 * What changes while one looks: one stream of events for the whole console, opened while somebody listens. It only hints; what is
 * true is asked for again. After a pause in the connection, and where the service says that something was missed, every listener is
 * told to look again.
 */
import { onScopeDispose, ref } from 'vue'

/** A case was moved, by somebody or by the clock. */
export interface CaseChange {
  id: string
  version: number
  stage?: string
  step?: string
  by?: string
  at?: string
  [more: string]: unknown
}

export interface Listener {
  /** A case changed. */
  change?: (change: CaseChange) => void
  /** Something may have been missed: look again at everything. */
  again?: () => void
}

export type Liveness = 'off' | 'connecting' | 'live' | 'lost'

export const liveness = ref<Liveness>('off')

const listeners = new Set<Listener>()
const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000
let source: EventSource | undefined
let pause = FIRST_PAUSE
let timer: ReturnType<typeof setTimeout> | undefined
let interrupted = false

function tell(what: (listener: Listener) => void): void {
  listeners.forEach(what)
}

function open(): void {
  liveness.value = interrupted ? 'lost' : 'connecting'
  source = new EventSource('/api/v1/desk/changes')
  source.addEventListener('open', () => {
    pause = FIRST_PAUSE
    liveness.value = 'live'
    if (interrupted) tell((listener) => listener.again?.())
    interrupted = false
  })
  source.addEventListener('change', (event) => {
    const change = JSON.parse((event as MessageEvent<string>).data) as CaseChange
    tell((listener) => listener.change?.(change))
  })
  source.addEventListener('gap', () => tell((listener) => listener.again?.()))
  source.addEventListener('error', broken)
}

// The browser's own way of trying again gives up on some answers; this one does not, and waits longer each time.
function broken(): void {
  source?.close()
  source = undefined
  interrupted = true
  liveness.value = 'lost'
  clearTimeout(timer)
  timer = setTimeout(() => listeners.size > 0 && open(), pause)
  pause = Math.min(pause * 2, LONGEST_PAUSE)
}

function close(): void {
  clearTimeout(timer)
  source?.close()
  source = undefined
  interrupted = false
  liveness.value = 'off'
}

/** Listens until told to stop. */
export function listen(listener: Listener): () => void {
  listeners.add(listener)
  if (listeners.size === 1) open()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) close()
  }
}

/** Listens as long as the component lives that asks. */
export function useLive(listener: Listener): void {
  onScopeDispose(listen(listener))
}
