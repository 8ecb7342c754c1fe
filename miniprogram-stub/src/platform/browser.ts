/** The same pages in a browser: a demonstration in local mode, public and read-only elsewhere. */
import { demo } from './demo'
import { NotGranted, PhotoGone, type LocalPhoto, type Platform, type Position, type Socket, type SocketEvents, type Upload } from './contract'
import { photoShelf } from './shelf'

const fresh = new Map<string, Blob>()
const shown = new Map<string, string>()

function locate(): Promise<Position> {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new NotGranted())
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ longitude: coords.longitude, latitude: coords.latitude, datum: 'WGS84', accuracy: coords.accuracy }),
      () => reject(new NotGranted()),
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 60000 },
    )
  })
}

function filesFrom(input: HTMLInputElement): Promise<File[]> {
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}

/** Asks for kinds a browser shows; iOS then converts HEIC to JPEG itself, unless the original is insisted on. */
async function choosePhotos(count: number, from: 'camera' | 'album'): Promise<LocalPhoto[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/jpeg,image/png,image/webp,image/heic'
  input.multiple = count > 1 && from === 'album'
  if (from === 'camera') input.setAttribute('capture', 'environment')
  const files = (await filesFrom(input)).slice(0, count)
  return files.map((file) => {
    const ref = `kept:${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}`
    fresh.set(ref, file)
    return { ref }
  })
}

async function blobOf(ref: string): Promise<Blob | undefined> {
  return fresh.get(ref) ?? (await photoShelf.take(ref))
}

async function keep(photo: LocalPhoto): Promise<LocalPhoto> {
  const blob = fresh.get(photo.ref)
  if (blob) await photoShelf.put(photo.ref, blob).catch(() => undefined)
  return photo
}

async function show(ref: string): Promise<string | undefined> {
  const known = shown.get(ref)
  if (known) return known
  const blob = await blobOf(ref)
  if (!blob) return undefined
  const url = URL.createObjectURL(blob)
  shown.set(ref, url)
  return url
}

async function drop(ref: string): Promise<void> {
  const url = shown.get(ref)
  if (url) URL.revokeObjectURL(url)
  shown.delete(ref)
  fresh.delete(ref)
  await photoShelf.remove(ref).catch(() => undefined)
}

async function upload(given: Upload): ReturnType<Platform['upload']> {
  const blob = await blobOf(given.ref)
  if (!blob) throw new PhotoGone()
  const form = new FormData()
  form.append('file', blob, (blob as File).name ?? 'photo.jpg')
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', given.url)
    Object.entries(given.header).forEach(([name, value]) => request.setRequestHeader(name, value))
    request.upload.onprogress = (event) => event.lengthComputable && given.progress(Math.round((event.loaded / event.total) * 100))
    request.onload = () => resolve({ status: request.status, body: request.responseText })
    request.onerror = request.ontimeout = () => reject(new Error('no answer'))
    request.timeout = 120000
    request.send(form)
  })
}

function connect(path: string, events: SocketEvents): Socket {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`)
  socket.onopen = () => events.opened()
  socket.onmessage = ({ data }) => events.received(String(data))
  socket.onclose = () => events.closed()
  return { send: (data) => socket.send(data), close: () => socket.close() }
}

async function handOver(name: string, text: string): Promise<string> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
  return `已保存为 ${name}`
}

export const browser: Platform = {
  kind: 'h5',
  base: location.origin,
  loginCode: () => demo.loginCode(),
  askSubscriptions: (templates) => demo.askSubscriptions(templates),
  locate,
  choosePhotos,
  keep,
  show,
  drop,
  upload,
  connect,
  call: (phone) => {
    location.href = `tel:${phone}`
  },
  handOver,
}
