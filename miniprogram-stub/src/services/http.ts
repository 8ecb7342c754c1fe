/**
 * The one way out: token, one silent re-login on 401, problem answers as {@link Failure}, retry with backoff where repeating
 * is harmless, at most nine calls in flight.
 */
import { platform } from '@/platform/platform'
import { Failure, networkWords, problemOf } from './failure'
import { wire } from './gate'

export interface Call {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  query?: Record<string, string | number | undefined>
  body?: unknown
  /** `Idempotency-Key`; makes repeating a command harmless. */
  key?: string
  /** `If-None-Match`; a 304 then answers `undefined` data. */
  etag?: string
  /** False keeps this call from trying a new login when it is refused. */
  relogin?: boolean
  /** Goes out before it is known who is here; only what finds that out does. */
  early?: boolean
}

export interface Answer<T> {
  status: number
  data: T
  header: (name: string) => string | undefined
}

interface Credentials {
  /** Comes when the login at launch has ended, well or not. */
  settled(): Promise<void>
  token(): string | undefined
  /** Logs in again without asking; false when that did not work. */
  renew(): Promise<boolean>
}

let credentials: Credentials = { settled: () => Promise.resolve(), token: () => undefined, renew: () => Promise.resolve(false) }

export function useCredentials(given: Credentials): void {
  credentials = given
}

export function apiUrl(path: string): string {
  return `${platform.base}/api/v1${path}`
}

function withQuery(path: string, query: Call['query']): string {
  const pairs = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return pairs.length ? `${path}?${pairs.join('&')}` : path
}

function headersOf(call: Call): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json', 'Accept-Language': 'zh-CN' }
  const token = credentials.token()
  if (token) headers.Authorization = `Bearer ${token}`
  if (call.key) headers['Idempotency-Key'] = call.key
  if (call.etag) headers['If-None-Match'] = call.etag
  if (call.body !== undefined) headers['Content-Type'] = 'application/json'
  // WeChat's wx.request knows no PATCH; the backend takes it from this header on a POST.
  if (call.method === 'PATCH') headers['X-HTTP-Method-Override'] = 'PATCH'
  return headers
}

function headerReader(raw: unknown): (name: string) => string | undefined {
  const entries = Object.entries((raw ?? {}) as Record<string, unknown>).map(([name, value]) => [name.toLowerCase(), String(value)] as const)
  const all = new Map(entries)
  return (name) => all.get(name.toLowerCase())
}

function once<T>(call: Call): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    uni.request({
      url: apiUrl(withQuery(call.path, call.query)),
      method: call.method === 'PATCH' ? 'POST' : call.method,
      data: call.body === undefined ? undefined : JSON.stringify(call.body),
      header: headersOf(call),
      timeout: 20000,
      success: (got) => resolve({ status: got.statusCode, data: got.data as T, header: headerReader(got.header) }),
      fail: () => reject(new Failure('network', networkWords)),
    })
  })
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}

const backoff = [400, 1200, 3000]

function worthRepeating(call: Call, failure: Failure): boolean {
  const harmless = call.method === 'GET' || call.key !== undefined
  return harmless && (failure.kind === 'network' || failure.status === 503)
}

function waitBefore(attempt: number, failure: Failure): number {
  const asked = (failure.retryAfterSeconds ?? 0) * 1000
  return Math.max(Math.min(asked, 5000), backoff[attempt] ?? 3000)
}

async function answerOf<T>(call: Call): Promise<Answer<T>> {
  const answer = await wire.through(() => once<T>(call))
  if (answer.status >= 200 && answer.status < 400) return answer
  throw problemOf(answer.status, answer.data, answer.header('Retry-After'))
}

/** Calls the backend. Throws {@link Failure} and nothing else. */
export async function send<T>(call: Call): Promise<Answer<T>> {
  if (!call.early) await credentials.settled()
  let renewed = call.relogin === false
  for (let attempt = 0; ; ) {
    try {
      return await answerOf<T>(call)
    } catch (thrown) {
      const failure = thrown instanceof Failure ? thrown : new Failure('network', networkWords)
      if (failure.status === 401 && !renewed) {
        renewed = true
        if (await credentials.renew()) continue
      }
      if (attempt >= backoff.length || !worthRepeating(call, failure)) throw failure
      await pause(waitBefore(attempt++, failure))
    }
  }
}

export const api = {
  get: async <T>(path: string, query?: Call['query']): Promise<T> => (await send<T>({ method: 'GET', path, query })).data,
  post: async <T>(path: string, body?: unknown, key?: string): Promise<T> => (await send<T>({ method: 'POST', path, body, key })).data,
  put: async <T>(path: string, body: unknown): Promise<T> => (await send<T>({ method: 'PUT', path, body })).data,
  patch: async <T>(path: string, body: unknown): Promise<T> => (await send<T>({ method: 'PATCH', path, body })).data,
  delete: async <T>(path: string, body?: unknown): Promise<T> => (await send<T>({ method: 'DELETE', path, body })).data,
}
