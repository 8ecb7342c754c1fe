import type { PopupResult, Point, SubscriptionTemplate } from '@/services/types'

/** A photo on the phone, before or after it was kept for later. */
export interface LocalPhoto {
  /** What names it here: a file path in WeChat, `kept:…` in a browser. Survives a restart once kept. */
  ref: string
}

export interface Position extends Point {
  /** Radius in metres. */
  accuracy?: number
}

export interface PickedPlace extends Position {
  name?: string
  address?: string
}

/** The person said no, or the phone cannot tell. */
export class NotGranted extends Error {}

/** The phone no longer has the photo. */
export class PhotoGone extends Error {}

export interface Upload {
  url: string
  ref: string
  header: Record<string, string>
  /** 0 to 100. */
  progress(percent: number): void
}

export interface UploadAnswer {
  status: number
  body: string
}

export interface Socket {
  send(text: string): void
  close(): void
}

export interface SocketEvents {
  opened(): void
  received(text: string): void
  closed(): void
}

/** What WeChat and a browser do differently; the only place that knows which of them this is. */
export interface Platform {
  kind: 'wechat' | 'h5'
  /** Origin of the backend, without a slash at the end; empty where the page came from it. */
  base: string
  /** A one-time login code; nothing where nobody can be logged in (a public page in a browser). */
  loginCode(): Promise<string | undefined>
  /** Must be called in the same turn as a tap. */
  askSubscriptions(templates: SubscriptionTemplate[]): Promise<PopupResult[]>
  /** Where the phone is. Throws {@link NotGranted}. */
  locate(): Promise<Position>
  /** The platform's own map to pick a place on; nothing when the page must draw one or the person went back. */
  pickPlace?: (near?: Point) => Promise<PickedPlace | undefined>
  choosePhotos(count: number, from: 'camera' | 'album'): Promise<LocalPhoto[]>
  /** Keeps a photo over a restart of the app. */
  keep(photo: LocalPhoto): Promise<LocalPhoto>
  /** A picture's address for `<image>`; nothing when it is gone. */
  show(ref: string): Promise<string | undefined>
  drop(ref: string): Promise<void>
  /** Throws {@link PhotoGone} where there is nothing left to send. */
  upload(given: Upload): Promise<UploadAnswer>
  connect(path: string, events: SocketEvents): Socket
  call(phone: string): void
  /** Saves a text as a file, or copies it where files cannot be saved. Answers what was done, in words. */
  handOver(name: string, text: string): Promise<string>
}
