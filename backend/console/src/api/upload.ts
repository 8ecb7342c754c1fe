/** Photos on their way to the service, with what of them has gone. */
import { csrf } from './session'
import { locale } from '@/app/language'
import { Problem, problemOf } from './problem'

export interface Uploaded {
  id: string
  [more: string]: unknown
}

/** Sends one photo; `progress` hears the part that is gone, 0 to 1. `fetch` cannot tell that, so this is an older kind of request. */
export function uploadPhoto(file: File, progress: (part: number) => void, signal?: AbortSignal): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/photos')
    request.setRequestHeader('Accept-Language', locale.value)
    if (csrf.value) request.setRequestHeader('X-CSRF-Token', csrf.value)
    request.responseType = 'json'
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as Uploaded)
      else reject(problemOf(request.status, request.response))
    })
    request.addEventListener('error', () => reject(new Problem(0, 'offline', '', '')))
    request.addEventListener('abort', () => reject(new Problem(0, 'aborted', '', '')))
    signal?.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
