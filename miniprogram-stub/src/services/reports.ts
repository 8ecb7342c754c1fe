/**
 * A report from the first photo to the number it gets. What is being written is a draft on the phone; what was submitted without
 * a network waits in the outgoing tray and is sent by itself, under the same `Idempotency-Key`, so that it makes one case.
 */
import { reactive } from 'vue'
import { platform } from '@/platform/platform'
import { Failure } from './failure'
import { api } from './http'
import { newKey } from './keys'
import { uploadPhoto, type PhotoOnTheWay } from './photos'
import { session } from './session'
import type { Case, NewCase, Point } from './types'

export interface ChosenPlace {
  /** How it was found: by the phone, on the map, from a photo, or in words. */
  by: 'phone' | 'map' | 'photo' | 'words'
  point?: Point & { accuracy?: number }
  /** Community's code, when said in words. */
  area?: string
  areaName?: string
  address: string
}

export interface ReportDraft {
  key: string
  type?: { code: string; name: string }
  description: string
  place?: ChosenPlace
  photos: PhotoOnTheWay[]
  anonymous: boolean
  savedAt: number
  /** Sent, or handed to the tray: not to be kept as a draft any more. */
  done?: boolean
}

const draftSlot = 'report.draft'
const outgoingSlot = 'report.outgoing'

export function emptyDraft(): ReportDraft {
  return { key: newKey(), description: '', photos: [], anonymous: false, savedAt: Date.now() }
}

/** A photo caught mid-upload by a restart has to be sent again. */
function awake(draft: ReportDraft): ReportDraft {
  const photos = draft.photos.map((each) => (each.state === 'sent' ? each : { ...each, state: 'waiting' as const, progress: 0 }))
  return { ...draft, photos }
}

export function hasContent(draft: ReportDraft): boolean {
  return draft.photos.length > 0 || draft.description.trim() !== '' || draft.type !== undefined || draft.place !== undefined
}

export function savedDraft(): ReportDraft | undefined {
  const kept = uni.getStorageSync(draftSlot) as ReportDraft | ''
  return kept ? awake(kept) : undefined
}

export function saveDraft(draft: ReportDraft): void {
  if (hasContent(draft)) uni.setStorageSync(draftSlot, JSON.parse(JSON.stringify({ ...draft, savedAt: Date.now() })))
  else uni.removeStorageSync(draftSlot)
}

export function dropDraft(): void {
  uni.removeStorageSync(draftSlot)
}

/** What keeps a draft from being sent, in words; nothing when it may go. */
export function missingIn(draft: ReportDraft): string | undefined {
  if (!draft.type) return '请选择问题类型'
  if (!draft.description.trim()) return '请简单描述一下问题'
  if ([...draft.description].length > 1000) return '描述最多 1000 字'
  if (!draft.place) return '请告诉我们问题在哪里'
  return undefined
}

export function newCaseOf(draft: ReportDraft): NewCase {
  const place = draft.place as ChosenPlace
  return {
    type: draft.type?.code ?? '',
    description: draft.description.trim(),
    place: place.point
      ? { ...place.point, address: place.address || undefined }
      : { area: place.area ?? '', address: place.address },
    photos: draft.photos.flatMap((each) => (each.id ? [each.id] : [])),
    anonymous: draft.anonymous,
  }
}

/** Sends photos that have not arrived, then the report. Throws {@link Failure}. */
export async function sendReport(draft: ReportDraft): Promise<Case> {
  for (const photo of draft.photos) await uploadPhoto(photo)
  const made = await api.post<Case>('/cases', newCaseOf(draft), draft.key)
  await Promise.all(draft.photos.map((each) => platform.drop(each.ref)))
  return made
}

const tray = reactive({ waiting: (uni.getStorageSync(outgoingSlot) || []) as ReportDraft[], sending: false })

function storeTray(): void {
  uni.setStorageSync(outgoingSlot, JSON.parse(JSON.stringify(tray.waiting)))
}

type Sent = (made: Case) => void
const told = new Set<Sent>()

async function sendFirst(): Promise<boolean> {
  const first = tray.waiting[0] as ReportDraft
  try {
    const made = await sendReport(first)
    tray.waiting.shift()
    told.forEach((each) => each(made))
    return true
  } catch (thrown) {
    if ((thrown as Failure).kind === 'problem' && (thrown as Failure).status < 500) returnToDraft()
    return false
  } finally {
    storeTray()
  }
}

/** What the backend will never take as it is goes back to be mended, unless something newer is being written. */
function returnToDraft(): void {
  const refused = tray.waiting[0] as ReportDraft
  if (savedDraft()) {
    tray.waiting.push(tray.waiting.shift() as ReportDraft)
    return
  }
  tray.waiting.shift()
  saveDraft({ ...refused, key: newKey() })
}

export const outgoing = {
  tray,
  put(draft: ReportDraft): void {
    tray.waiting.push(awake(draft))
    storeTray()
  },
  remove(key: string): void {
    tray.waiting = tray.waiting.filter((each) => each.key !== key)
    storeTray()
  },
  onSent(listener: Sent): () => void {
    told.add(listener)
    return () => told.delete(listener)
  },
  /** Sends what waits; called when the app comes to the front and when the network is back. */
  async flush(): Promise<void> {
    if (tray.sending || !session.state.token) return
    tray.sending = true
    try {
      for (let left = tray.waiting.length; left > 0; left--) if (!(await sendFirst())) break
    } finally {
      tray.sending = false
    }
  },
}
