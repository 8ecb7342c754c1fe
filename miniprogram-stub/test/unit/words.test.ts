import { expect, test } from 'vitest'
import { htmlOf, textOf } from '@/services/articles'
import { ago, dayAndTime, distance, fullTime, placeWords, until } from '@/services/words'
import { popupResults } from '@/platform/wechat'

const noon = Date.parse('2026-11-23T04:00:00Z')

test('times are the city’s, wherever the phone is', () => {
  expect(dayAndTime('2026-11-23T16:05:00Z')).toBe('11月24日 00:05')
})

test('how long ago is said the way people do', () => {
  expect(ago('2026-11-23T03:59:40Z', noon)).toBe('刚刚')
  expect(ago('2026-11-23T03:48:00Z', noon)).toBe('12 分钟前')
  expect(ago('2026-11-22T23:30:00Z', noon)).toBe('今天 07:30')
  expect(ago('2026-11-22T10:02:00Z', noon)).toBe('昨天 18:02')
  expect(ago('2026-11-20T10:02:00Z', noon)).toBe('11月20日')
  expect(ago(undefined)).toBe('')
})

test('a limit says what is left or how late it is', () => {
  expect(until('2026-11-23T06:00:00Z', noon)).toBe('剩 2 小时')
  expect(until('2026-11-23T03:30:00Z', noon)).toBe('超时 30 分钟')
})

test('distances are rounded as one would say them', () => {
  expect(distance(3)).toBe('10 米')
  expect(distance(447)).toBe('450 米')
  expect(distance(1840)).toBe('1.8 公里')
})

test('typed text becomes safe paragraphs, and comes back as it was typed', () => {
  const typed = '# 好消息\n\n路灯亮了 <b>真的</b> & 好\n第二行'
  expect(htmlOf(typed)).toBe('<h2>好消息</h2><p>路灯亮了 &lt;b&gt;真的&lt;/b&gt; &amp; 好<br>第二行</p>')
  expect(textOf(htmlOf(typed))).toBe(typed)
})

test('lists, quotations and bold survive an edit', () => {
  const typed = '先看 **这里**\n\n- 第一\n- 第二\n\n> 有人说过'
  expect(htmlOf(typed)).toBe('<p>先看 <strong>这里</strong></p><ul><li>第一</li><li>第二</li></ul><blockquote>有人说过</blockquote>')
  expect(textOf(htmlOf(typed))).toBe(typed)
})

test('what the popup did not show counts as refused', () => {
  expect(popupResults(['a', 'b', 'c'], { a: 'accept', b: 'acceptWithAudio', errMsg: 'ok' })).toEqual([
    { template: 'a', status: 'accept' },
    { template: 'b', status: 'accept' },
    { template: 'c', status: 'reject' },
  ])
})

test('a place in a list begins with its community', () => {
  const areaName = '青石区 · 临溪街道 · 渔码头社区'
  expect(placeWords({ areaName, address: '青石区临溪街道渔码头社区渔码头广场东北约300米' })).toBe('渔码头社区渔码头广场东北约300米')
  expect(placeWords({ areaName, address: '文汇路 18 号门口' })).toBe('渔码头社区 文汇路 18 号门口')
  expect(placeWords({ areaName })).toBe('渔码头社区')
  expect(placeWords({})).toBe('位置未注明')
})

test('a full time has the year of the city, not of Greenwich', () => {
  expect(fullTime('2026-12-31T16:30:00Z')).toBe('2027年1月1日 00:30')
})
