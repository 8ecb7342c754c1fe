/** What is asked of the built mini-program, one rule each. Every scene gets a phone of its own. */
import assert from 'node:assert/strict'

/** Waits for something to become true, looking again until it is or time is up. */
export async function eventually(look, what, seconds = 20) {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`never happened: ${typeof what === 'function' ? what() : what}`)
    await new Promise((done) => setTimeout(done, 40))
  }
}

const posts = (phone, path) => phone.wx.world.calls.filter((each) => each.method === 'POST' && each.path === `/api/v1${path}`)
const shows = (phone, words) => eventually(() => phone.text().includes(words), () => `“${words}” on ${phone.current?.page}, which says: ${phone.text().slice(0, 200)}`)
const has = (phone, testid) => eventually(() => phone.all(testid).length, () => `${testid} on ${phone.current?.page}, which says: ${phone.text().slice(0, 260)}`)
const at = (phone, page) => eventually(() => phone.current?.page === page, () => `page ${page}; this is ${phone.current?.page}: ${phone.text().slice(-260)}`)

async function loggedIn(phone) {
  phone.launch()
  await eventually(() => phone.wx.getStorageSync('session.token'), 'a silent login')
}

async function openReport(phone) {
  phone.open('pages/report/index')
  await has(phone, /^type-/)
  await eventually(() => phone.all('consent-agree').length || posts(phone, '/me/consents').length || phone.consented, 'the privacy agreement', 2).catch(() => undefined)
  if (phone.all('consent-agree').length) phone.tap('consent-agree')
  await eventually(() => !phone.all('consent-agree').length, 'the agreement to close')
}

async function pick(phone, { group, code }) {
  phone.tap(`group-${group}`)
  await has(phone, `type-${code}`)
  phone.tap(`type-${code}`)
}

async function fill(phone, city, words) {
  await pick(phone, await city.type(false))
  phone.input('description', words)
  await eventually(() => phone.text().includes(`${[...words].length}/1000`), 'the description counted')
}

async function inWords(phone) {
  await has(phone, /^street-/)
  phone.tap(phone.all(/^street-/)[0].dataset.testid)
  await has(phone, /^community-/)
  phone.tap(phone.all(/^community-/)[0].dataset.testid)
  phone.input('address', '文汇路 18 号门口')
  await new Promise((done) => setTimeout(done, 50))
  phone.tap('words-done')
  await has(phone, 'place')
}

const mineSaying = async (city, words) => (await city.get('/cases/mine?limit=100')).items.filter((each) => each.description === words)
const fresh = (words) => `${words}（${Date.now().toString(36)}）`

export const scenes = {
  async everyPageOpensAndSaysSomething(phone, city) {
    await loggedIn(phone)
    const { items } = await city.get('/cases/public?limit=1')
    const articles = await city.get('/articles?limit=1')
    const queries = { 'pages/case/detail': { id: items[0]?.id ?? 'none' }, 'pages/article/detail': { id: articles.items[0]?.id ?? 'none' } }
    for (const page of phone.pages) {
      phone.reLaunch(page, queries[page] ?? {})
      await eventually(() => phone.text().trim().length > 3, `words on ${page}`)
      await eventually(() => !phone.text().includes('undefined'), `${page} without “undefined”: ${phone.text()}`)
    }
  },

  async loginIsSilentAndOnceAndARevokedSessionIsRenewedOnce(phone) {
    await loggedIn(phone)
    await has(phone, 'report')
    assert.equal(phone.wx.world.logins, 1, 'one login at launch')
    phone.wx.setStorageSync('session.token', 'revoked')
    const again = phone.again()
    await loggedIn(again)
    await eventually(() => again.wx.getStorageSync('session.token') !== 'revoked', 'a new session')
    assert.equal(again.wx.world.logins, 1, 'one more login, not one per call')
  },

  async aReportWithAPhotoAndItsPlaceArrives(phone, city) {
    const words = fresh('路灯不亮好几天了')
    await loggedIn(phone)
    await openReport(phone)
    phone.tap('photo-camera')
    await has(phone, 'photo-sent')
    await fill(phone, city, words)
    phone.tap('place-phone')
    await has(phone, 'place')
    phone.tap('submit')
    phone.tap('submit')
    await at(phone, 'pages/report/done')
    await has(phone, 'case-number')
    const made = await mineSaying(city, words)
    assert.equal(made.length, 1, 'a double tap makes one case')
    assert.equal((await city.get(`/cases/${made[0].id}`)).photos.length, 1, 'with its photo')
    assert.equal(posts(phone, '/photos').length, 1, 'the photo went once')
  },

  async aDangerousKindShowsWhomToCallAboveAnEmptyForm(phone, city) {
    await loggedIn(phone)
    await openReport(phone)
    await pick(phone, await city.type(true))
    await has(phone, 'call-110')
    const order = phone.all(/./).map((each) => each.dataset.testid)
    const calls = ['call-110', 'call-119', 'call-120'].map((each) => order.indexOf(each))
    assert.ok(calls.every((each) => each >= 0), 'all three numbers')
    assert.ok(order.findIndex((each) => /^(group-|type-|photo|description|place|submit)/.test(each)) > Math.max(...calls), `numbers before the form: ${order}`)
    phone.tap('call-119')
    await eventually(() => phone.wx.world.called === '119', 'the call')
  },

  async subscribingHappensInTheTapThatSubmitsAndThePageSaysWhatWillBeTold(phone, city) {
    await loggedIn(phone)
    const before = await city.balances()
    await openReport(phone)
    await fill(phone, city, fresh('路面有坑'))
    phone.tap('place-phone')
    await has(phone, 'place')
    await eventually(() => phone.wx.world.calls.some((each) => each.path === '/api/v1/subscriptions'), 'the templates to be known')
    await new Promise((done) => setTimeout(done, 300))
    phone.tap('submit')
    await at(phone, 'pages/report/done')
    await shows(phone, '微信会告诉您')
    const counted = async () => {
      const after = await city.balances()
      return after.length === 3 && after.every(({ id, balance }) => balance >= (before.find((each) => each.id === id)?.balance ?? 0) + 1)
    }
    await eventually(counted, 'one more message of each of the three templates')
  },

  async whereLocationIsRefusedAReportIsMadeInWords(phone, city) {
    const words = fresh('楼道堆物')
    phone.wx.world.location = 'refused'
    phone.wx.world.subscribed = 'reject'
    await loggedIn(phone)
    await openReport(phone)
    await fill(phone, city, words)
    phone.tap('place-phone')
    await inWords(phone)
    phone.tap('submit')
    await at(phone, 'pages/report/done')
    await eventually(async () => (await mineSaying(city, words)).length === 1, 'the case')
  },

  async whatIsSubmittedOfflineIsSentOnceWhenTheNetworkIsBack(phone, city) {
    const words = fresh('河边护栏松动')
    await loggedIn(phone)
    await openReport(phone)
    await fill(phone, city, words)
    phone.tap('place-words')
    await inWords(phone)
    phone.wx.setOnline(false)
    phone.tap('submit')
    await eventually(() => phone.current?.page === 'pages/report/done', 'the waiting page', 40)
    await shows(phone, '联网后自动发出')
    phone.wx.setOnline(true)
    await eventually(async () => (await mineSaying(city, words)).length === 1, 'the case after the network came back', 30)
    const keys = new Set(posts(phone, '/cases').map((each) => each.key))
    assert.equal(keys.size, 1, 'every attempt carried the same key')
  },

  async aDraftOutlivesTheProgramBeingEnded(phone, city) {
    const words = fresh('树枝压到电线')
    await loggedIn(phone)
    await openReport(phone)
    await fill(phone, city, words)
    phone.hide()
    const again = phone.again()
    await loggedIn(again)
    again.open('pages/report/index')
    await shows(again, '已为您恢复')
    again.tap('place-words')
    await inWords(again)
    again.tap('submit')
    await at(again, 'pages/report/done')
    await eventually(async () => (await mineSaying(city, words)).length === 1, 'the case')
  },

  async aReportInterruptedByTheBackgroundGoesOnInTheForeground(phone, city) {
    const words = fresh('井盖松动有响声')
    await loggedIn(phone)
    await openReport(phone)
    await fill(phone, city, words)
    phone.tap('place-words')
    await inWords(phone)
    phone.tap('submit')
    phone.hide()
    await new Promise((done) => setTimeout(done, 500))
    phone.show()
    await eventually(async () => (await mineSaying(city, words)).length === 1, 'the case, sent in the end', 40)
    await at(phone, 'pages/report/done')
    assert.equal((await mineSaying(city, words)).length, 1, 'and only once')
  },

  async newsMissedInTheBackgroundComesOnceAfterResuming(phone, city) {
    const words = fresh('公交站牌倒了')
    await loggedIn(phone)
    await openReport(phone)
    await fill(phone, city, words)
    phone.tap('place-words')
    await inWords(phone)
    phone.tap('submit')
    await at(phone, 'pages/report/done')
    const [made] = await eventually(async () => (await mineSaying(city, words)).length && mineSaying(city, words), 'the case')
    phone.reLaunch('pages/messages/index', {})
    await eventually(() => phone.wx.world.calls.some((each) => each.path === '/api/v1/live/tickets'), 'the live wire')
    phone.hide()
    await city.accept(made.id)
    await eventually(async () => (await city.get('/inbox/unread')).count > 0, 'the news in the inbox')
    phone.show()
    await has(phone, 'news')
    const titles = () => phone.all('news').length
    const count = (await city.get('/inbox?limit=20')).items.length
    await eventually(() => titles() === count, `${count} news, each once; there are ${titles()}`)
    assert.notEqual(phone.wx.world.badge, '', 'the unread badge')
    phone.tap('read-all')
    await eventually(() => phone.wx.world.badge === '', 'the badge gone when all is read')
  },

  async atMostTenCallsAreInFlight(phone) {
    await loggedIn(phone)
    for (const page of phone.pages) {
      phone.open(page)
      if (phone.stack.length > 5) phone.close()
    }
    await has(phone, /./)
    assert.ok(phone.wx.world.mostAtOnce <= 10, `${phone.wx.world.mostAtOnce} calls at once`)
  },
}
