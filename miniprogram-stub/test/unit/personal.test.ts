import { expect, test } from 'vitest'
import { namesOf, Reading } from '@/services/personal'

const names = namesOf(
  { version: 1, groups: [{ code: 'e', name: '突发事件', types: [{ code: 'burst-pipe', name: '水管爆裂', dangerous: true }] }] },
  { stages: [{ code: 'closed', name: '已办结', publicName: '已解决', open: false, shown: true }], steps: [] },
)
const read = (sections: Record<string, unknown>) => new Reading(names).sections({ exportedAt: '2026-11-23T20:47:21Z', sections })

test('codes, times and places are said in words, and what says nothing to a reader is left out', () => {
  const place = { area: '990102', areaName: '青石区', point: { longitude: 120.119706, latitude: 30.281773, datum: 'WGS84' } }
  const [section] = read({ casework: { cases: [{ id: 'x', type: 'burst-pipe', stage: 'closed', anonymous: true, place, reportedAt: '2026-11-23T20:47:21Z' }] } })
  expect(section?.label).toBe('上报与办理')
  expect(section?.groups[0]?.entries[0]?.lines).toEqual([
    { label: '类型', value: '水管爆裂' },
    { label: '阶段', value: '已解决' },
    { label: '匿名公开', value: '是' },
    { label: '所在', value: '青石区' },
    { label: '坐标', value: '120.11971，30.28177' },
    { label: '上报时间', value: '2026年11月24日 04:47' },
  ])
})

test('single facts are lines, lists are groups, and a picture is a picture', () => {
  const [identity, photos] = read({ identity: { name: '林小满', phone: null, sessions: [], staff: { roles: ['REVIEWER'] } }, photos: [{ picture: 'http://city/a.jpg' }] })
  expect(identity?.lines).toEqual([{ label: '称呼', value: '林小满' }])
  expect(identity?.groups).toEqual([
    { name: 'sessions', label: '登录记录', entries: [] },
    { name: 'staff', label: '工作身份', entries: [{ lines: [{ label: '身份', value: '审核员' }], picture: undefined }] },
  ])
  expect(photos?.groups[0]?.label).toBe('上传过的照片')
  expect(photos?.groups[0]?.entries).toEqual([{ lines: [], picture: 'http://city/a.jpg' }])
})
