/** Photos on their way: chosen, kept on the phone, uploaded with progress, and repeatable. */
import { PhotoGone } from '@/platform/contract'
import { platform } from '@/platform/platform'
import { Failure, networkWords, problemOf } from './failure'
import { apiUrl } from './http'
import { wire } from './gate'
import { session } from './session'
import type { Point, UploadedPhoto } from './types'

export interface PhotoOnTheWay {
  /** Where the phone keeps it. */
  ref: string
  /** `gone`: the phone no longer has it. */
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'gone'
  progress: number
  /** Its id once it has arrived. */
  id?: string
  takenFrom?: Point
  takenAt?: string
  problem?: string
}

const goneWords = '这张照片在手机里找不到了，请删掉它，再重新拍照或选择'

function header(): Record<string, string> {
  return { Authorization: `Bearer ${session.state.token ?? ''}`, 'Accept-Language': 'zh-CN' }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}

async function uploadOnce(photo: PhotoOnTheWay): Promise<UploadedPhoto> {
  const answer = await wire
    .through(() =>
      platform.upload({ url: apiUrl('/photos'), ref: photo.ref, header: header(), progress: (percent) => (photo.progress = percent) }),
    )
    .catch((why) => {
      throw why instanceof PhotoGone ? new Failure('gone', goneWords) : new Failure('network', networkWords)
    })
  if (answer.status >= 300) throw problemOf(answer.status, parsed(answer.body))
  return parsed(answer.body) as UploadedPhoto
}

/** Uploads one photo unless it has arrived already. Changes the photo as it goes; throws {@link Failure}. */
export async function uploadPhoto(photo: PhotoOnTheWay): Promise<void> {
  if (photo.state === 'sent' && photo.id) return
  Object.assign(photo, { state: 'sending', progress: 0, problem: undefined })
  try {
    const arrived = await uploadOnce(photo)
    Object.assign(photo, { state: 'sent', progress: 100, id: arrived.id, takenFrom: arrived.takenFrom, takenAt: arrived.takenAt })
  } catch (thrown) {
    const failure = thrown as Failure
    Object.assign(photo, { state: failure.kind === 'gone' ? 'gone' : 'failed', problem: failure.message })
    throw failure
  }
}

export async function addPhotos(room: number, from: 'camera' | 'album'): Promise<PhotoOnTheWay[]> {
  const chosen = await platform.choosePhotos(room, from)
  const kept = await Promise.all(chosen.map((each) => platform.keep(each)))
  return kept.map(({ ref }) => ({ ref, state: 'waiting', progress: 0 }))
}
