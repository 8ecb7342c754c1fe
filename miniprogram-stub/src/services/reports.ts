/** A report from the first photo to the number it gets; what is being written is a draft on the phone. */
import { platform } from '@/platform/platform'
import { Failure } from './failure'
import { api } from './http'
import { newKey } from './keys'
import { uploadPhoto, type PhotoOnTheWay } from './photos'
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
  /** To what is asked about the type, by code; those of another type are left out when it is sent. */
  answers?: Record<string, string>
  anonymous: boolean
  /** From the unit that handles it; absent in drafts of before. */
  hidden?: boolean
  savedAt: number
  /** Why it came back instead of being sent, in words. */
  problem?: string
  /** Sent, or handed to the tray: not to be kept as a draft any more. */
  done?: boolean
}

const draftSlot = 'report.draft'

export function emptyDraft(): ReportDraft {
  return { key: newKey(), description: '', photos: [], anonymous: true, savedAt: Date.now() }
}

/** A photo caught mid-upload by a restart has to be sent again. */
export function awake(draft: ReportDraft): ReportDraft {
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

/** A place as the backend takes it. */
export function placeOf(place: ChosenPlace): NewCase['place'] {
  return place.point ? { ...place.point, address: place.address || undefined } : { area: place.area ?? '', address: place.address }
}

export function newCaseOf(draft: ReportDraft): NewCase {
  return {
    type: draft.type?.code ?? '',
    description: draft.description.trim(),
    place: placeOf(draft.place as ChosenPlace),
    photos: draft.photos.flatMap((each) => (each.id ? [each.id] : [])),
    anonymous: draft.anonymous,
    hiddenFromHandlers: draft.hidden === true,
    answers: draft.answers,
  }
}

/** Sends every photo the phone still has, and only then says that some are gone. */
async function sendPhotos(photos: PhotoOnTheWay[]): Promise<void> {
  for (const photo of photos) {
    await uploadPhoto(photo).catch((failure: Failure) => {
      if (failure.kind !== 'gone') throw failure
    })
  }
  const gone = photos.filter((each) => each.state === 'gone').length
  if (gone) throw new Failure('gone', `有 ${gone} 张照片在手机里找不到了，已从上报中去掉。请补拍或直接提交`)
}

export function withoutGone(draft: ReportDraft): ReportDraft {
  return { ...draft, photos: draft.photos.filter((each) => each.state !== 'gone') }
}

/** The backend keeps a photo that belongs to no case for a while only; after that it has to be sent again. */
function unsend(photo: PhotoOnTheWay): void {
  Object.assign(photo, { state: 'waiting', progress: 0, id: undefined })
}

/** Sends photos that have not arrived, then the report. Throws {@link Failure}. */
export async function sendReport(draft: ReportDraft): Promise<Case> {
  await sendPhotos(draft.photos)
  const made = await api.post<Case>('/cases', newCaseOf(draft), draft.key).catch((failure: Failure) => {
    if (failure.slug === 'photos-not-yours') draft.photos.forEach(unsend)
    throw failure
  })
  await Promise.all(draft.photos.map((each) => platform.drop(each.ref)))
  return made
}
