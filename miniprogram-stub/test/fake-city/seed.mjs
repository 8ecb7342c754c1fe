/** Some life for looking at the pages. */
import { randomUUID } from 'node:crypto'

const reports = [
  ['STREET_LIGHT', '文汇路与桥西街交叉口的三盏路灯连续四天不亮，晚上学生放学看不清路，希望尽快修好。', ['accept', 'confirm', 'dispatch', 'sign', 'finish', 'pass']],
  ['ROAD_DAMAGE', '菜场门口的路面塌了一个坑，电动车容易摔倒。', ['accept', 'confirm', 'dispatch', 'sign']],
  ['GARBAGE', '小区东门外的垃圾堆了两天了，天热味道很大。', ['accept', 'confirm']],
  ['MANHOLE', '人行道上的井盖不见了，旁边就是小学，非常危险！', []],
  ['TREE', '昨晚大风，河边一棵柳树倒在步道上，老人散步要绕到马路上走，早晚高峰尤其不方便，已经有人差点被电动车碰到，请园林部门尽快处理一下，谢谢。', ['accept']],
  ['BILLS', '楼道里贴满了小广告', ['send-back']],
  ['GARBAGE', '公交站旁边有人倒装修垃圾', ['accept', 'confirm', 'dispatch', 'sign', 'finish']],
]
const doers = { accept: 'u07', 'send-back': 'u07', confirm: 'u09', dispatch: 'u11', sign: 'u12', finish: 'u12', pass: 'u09' }

function photo(state) {
  const id = `990102-${randomUUID().replaceAll('-', '')}`
  const number = state.photos.size
  state.photos.set(id, { id, width: 800, height: 600, placeholder: false, picture: `/pictures/${number}.svg`, thumbnail: `/pictures/${number}.svg` })
  return id
}

export function seed(state, rules) {
  reports.forEach(([type, description, steps], index) => {
    const photos = Array.from({ length: (index % 3) + 1 }, () => photo(state))
    const place = { longitude: 120.118 + index * 0.006, latitude: 30.262 + (index % 4) * 0.005, datum: 'WGS84', address: ['文汇路 18 号', '桥西菜场正门', '渔码头新村 3 幢东侧'][index % 3] }
    const made = rules.report(state, index % 2 ? 'u02' : 'u01', { type, description, photos, place, anonymous: index === 2 })
    for (const step of steps) rules.takeStep(state, doers[step], made, { step, unit: step === 'dispatch' ? 'urban-management' : undefined, reason: step === 'send-back' ? '请补充是哪一幢哪一单元，最好再拍一张能看清位置的照片。' : undefined, note: step === 'finish' ? '已更换灯头并检查线路，今晚恢复照明。' : undefined, photos: step === 'finish' ? [photo(state)] : [] })
  })
  const articles = [
    ['一盏路灯的四十八小时：从随手拍到亮起来', '文汇路路口的灯修好了。拍照的是一位接孩子放学的妈妈，换灯的师傅说，图里连灯杆编号都拍清楚了。'],
    ['青石区开展“清洁楼道”行动', '十一月起，各社区每周六上午集中清理楼道小广告，欢迎邻居们一起来。'],
  ]
  for (const [title, summary] of articles) {
    const cover = state.photos.get(photo(state))
    state.articles.push({ id: `990102-${randomUUID().replaceAll('-', '')}`, title, summary, cover, version: 1, state: 'PUBLISHED', publishedAt: new Date(Date.now() - 3600e3 * (state.articles.length * 30 + 2)).toISOString(), body: `<p>${summary}</p><h2>怎么发现的</h2><p>“天一黑就看不清台阶。”林女士打开全民小程序，拍了一张照片，定位自动标在了灯杆旁边。审核员十分钟后受理，当天下午就派到了市政养护中心。</p><blockquote>每一张照片都有人看，每一步都有人管。</blockquote><p>第二天傍晚，灯亮了。</p>` })
  }
}
