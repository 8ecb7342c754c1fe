/**
 * How every page speaks to the service: `await ask(api.GET('/api/v1/…', { params: … }))` gives the answer or throws a
 * {@link Problem}. Types come from `docs/openapi.json` (`npm run api`). The session is a cookie that no script reads; every change
 * carries the token against forged requests, and a key by which a repeated command is answered, not done again.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import type { components, paths } from './schema'
import { asProblem, problemOf } from './problem'
import { csrf, sessionLost } from './session'
import { locale } from '@/app/language'

export type Schema = components['schemas']

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** What every request carries besides its own. */
export function dress(headers: Headers, method: string): void {
  headers.set('Accept-Language', locale.value)
  if (!UNSAFE.has(method)) return
  if (csrf.value) headers.set('X-CSRF-Token', csrf.value)
  if (!headers.has('Idempotency-Key')) headers.set('Idempotency-Key', crypto.randomUUID())
}

const dressed: Middleware = {
  onRequest({ request }) {
    dress(request.headers, request.method)
    return request
  },
}

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })
api.use(dressed)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The answer's content; a {@link Problem} is thrown where the service refuses or is not reached. */
export async function ask<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>
  try {
    answer = await asked
  } catch (thrown) {
    throw asProblem(thrown)
  }
  if (answer.response.ok) return answer.data as T
  if (answer.response.status === 401) sessionLost()
  throw problemOf(answer.response.status, answer.error)
}

/** For addresses that the description of the API does not name yet, and for what is not JSON. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers = new Headers({ Accept: 'application/json' })
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json')
  dress(headers, method)
  const content = body === undefined || body instanceof FormData ? (body as FormData | undefined) : JSON.stringify(body)
  let response: Response
  try {
    response = await fetch(path, { method, headers, body: content, credentials: 'same-origin' })
  } catch (thrown) {
    throw asProblem(thrown)
  }
  const text = await response.text()
  const read: unknown = text ? parsed(text) : undefined
  if (response.ok) return read as T
  if (response.status === 401) sessionLost()
  throw problemOf(response.status, read)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
