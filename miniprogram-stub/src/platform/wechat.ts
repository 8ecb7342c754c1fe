/** The mini-program in WeChat. */
import type { PopupResult, PopupStatus } from '@/services/types'
import { NotGranted, PhotoGone, type LocalPhoto, type Platform, type Position, type Socket, type SocketEvents, type Upload } from './contract'

const base = import.meta.env.VITE_QUANMIN_BASE ?? 'http://localhost:8080'

function loginCode(): Promise<string | undefined> {
  return new Promise((resolve, reject) => uni.login({ provider: 'weixin', success: (got) => resolve(got.code), fail: reject }))
}

/** WeChat answers `{<template id>: 'accept', errMsg}`; whatever was not shown counts as refused. */
export function popupResults(ids: string[], answer: Record<string, unknown>): PopupResult[] {
  const known: PopupStatus[] = ['accept', 'reject', 'ban', 'filter']
  return ids.map((template) => {
    const said = String(answer[template] ?? 'reject')
    return { template, status: known.find((each) => said.startsWith(each)) ?? 'reject' }
  })
}

function askSubscriptions(templates: { id: string }[]): Promise<PopupResult[]> {
  const tmplIds = templates.map((each) => each.id)
  return new Promise((resolve) =>
    uni.requestSubscribeMessage({
      tmplIds,
      success: (answer) => resolve(popupResults(tmplIds, answer as unknown as Record<string, unknown>)),
      // The main switch is off, or the popup could not be shown: nothing is subscribed, and the report goes on.
      fail: () => resolve([]),
    }),
  )
}

function locate(): Promise<Position> {
  return new Promise((resolve, reject) =>
    uni.getLocation({
      type: 'gcj02',
      isHighAccuracy: true,
      success: ({ longitude, latitude, accuracy }) => resolve({ longitude, latitude, datum: 'GCJ02', accuracy }),
      fail: () => reject(new NotGranted()),
    }),
  )
}

const pickPlace: Platform['pickPlace'] = (near) =>
  new Promise((resolve, reject) =>
    uni.chooseLocation({
      ...(near ? { longitude: near.longitude, latitude: near.latitude } : {}),
      success: ({ longitude, latitude, name, address }) => resolve({ longitude, latitude, datum: 'GCJ02', name, address }),
      fail: ({ errMsg }: { errMsg?: string }) => (/cancel/.test(errMsg ?? '') ? resolve(undefined) : reject(new NotGranted())),
    }),
  )

function choosePhotos(count: number, from: 'camera' | 'album'): Promise<LocalPhoto[]> {
  return new Promise((resolve, reject) =>
    uni.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: [from],
      // Compressed makes a phone hand over JPEG instead of HEIC.
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles.map((each) => ({ ref: each.tempFilePath }))),
      fail: ({ errMsg }: { errMsg?: string }) => (/cancel/.test(errMsg ?? '') ? resolve([]) : reject(new NotGranted())),
    }),
  )
}

const files = () => uni.getFileSystemManager()

function keep(photo: LocalPhoto): Promise<LocalPhoto> {
  return new Promise((resolve) =>
    files().saveFile({
      tempFilePath: photo.ref,
      success: ({ savedFilePath }) => resolve({ ref: savedFilePath }),
      // The phone's room for saved files (200 MB) is full: the photo still lives as long as the app does.
      fail: () => resolve(photo),
    }),
  )
}

function show(ref: string): Promise<string | undefined> {
  return new Promise((resolve) => files().access({ path: ref, success: () => resolve(ref), fail: () => resolve(undefined) }))
}

function drop(ref: string): Promise<void> {
  return new Promise((resolve) => files().unlink({ filePath: ref, complete: () => resolve() }))
}

function upload(given: Upload): ReturnType<Platform['upload']> {
  return new Promise((resolve, reject) => {
    const task = uni.uploadFile({
      url: given.url,
      filePath: given.ref,
      name: 'file',
      header: given.header,
      timeout: 120000,
      success: (got) => resolve({ status: got.statusCode, body: got.data }),
      fail: (why) => void show(given.ref).then((there) => reject(there ? why : new PhotoGone())),
    })
    task.onProgressUpdate(({ progress }) => given.progress(progress))
  })
}

function connect(path: string, events: SocketEvents): Socket {
  const task = uni.connectSocket({ url: base.replace(/^http/, 'ws') + path, complete: () => undefined })
  task.onOpen(() => events.opened())
  task.onMessage(({ data }) => events.received(String(data)))
  task.onClose(() => events.closed())
  task.onError(() => events.closed())
  return { send: (data) => task.send({ data }), close: () => task.close({}) }
}

export const wechat: Platform = {
  kind: 'wechat',
  base,
  loginCode,
  askSubscriptions,
  locate,
  pickPlace,
  choosePhotos,
  keep,
  show,
  drop,
  upload,
  connect,
  call: (phone) => uni.makePhoneCall({ phoneNumber: phone, fail: () => undefined }),
  handOver: (_name, data) =>
    new Promise((resolve, reject) =>
      uni.setClipboardData({ data, showToast: false, success: () => resolve('已复制，可以粘贴到聊天或备忘录里保存'), fail: reject }),
    ),
}
