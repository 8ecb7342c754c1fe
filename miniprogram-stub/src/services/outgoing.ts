/**
 * The outgoing tray: reports submitted without a network, sent by themselves under the `Idempotency-Key` they were written with,
 * so that each makes one case. One that cannot go as it is goes back to its writer with a sentence; the others do not wait for it.
 */
import { reactive } from 'vue'
import { Failure } from './failure'
import { newKey } from './keys'
import { awake, hasContent, savedDraft, saveDraft, sendReport, withoutGone, type ReportDraft } from './reports'
import { session } from './session'
import { sayFailed } from './toast'
import type { Case } from './types'

const slot = 'report.outgoing'
const tray = reactive({ waiting: (uni.getStorageSync(slot) || []) as ReportDraft[], sending: false })

function store(): void {
  uni.setStorageSync(slot, JSON.parse(JSON.stringify(tray.waiting)))
}

function take(key: string): ReportDraft | undefined {
  const found = tray.waiting.find((each) => each.key === key)
  tray.waiting = tray.waiting.filter((each) => each.key !== key)
  store()
  return found
}

type Sent = (made: Case) => void
const told = new Set<Sent>()

type Outcome = 'sent' | 'back' | 'later' | 'nothing goes now'

const troubled = [401, 429, 503]

/** What a failure means for this report and for those behind it. */
function outcomeOf(failure: Failure): Outcome {
  if (failure.kind === 'gone') return 'back'
  if (failure.kind === 'network' || troubled.includes(failure.status)) return 'nothing goes now'
  return failure.status < 500 ? 'back' : 'later'
}

/** Back to be mended: as the draft, or beside it in the tray while something else is being written. */
function giveBack(report: ReportDraft, failure: Failure): void {
  take(report.key)
  const returned = { ...withoutGone(report), key: newKey(), problem: failure.message }
  if (savedDraft()) tray.waiting.push(returned)
  else saveDraft(returned)
  sayFailed(failure)
}

async function sendOne(report: ReportDraft): Promise<Outcome> {
  try {
    const made = await sendReport(report)
    take(report.key)
    told.forEach((each) => each(made))
    return 'sent'
  } catch (thrown) {
    const failure = thrown instanceof Failure ? thrown : new Failure('problem', '', 500)
    const outcome = outcomeOf(failure)
    if (outcome === 'back') giveBack(report, failure)
    return outcome
  } finally {
    store()
  }
}

export const outgoing = {
  tray,
  put(draft: ReportDraft): void {
    tray.waiting.push(awake(draft))
    store()
  },
  remove(key: string): void {
    take(key)
  },
  /** Makes a report that came back the draft; what was being written takes its place in the tray. */
  mend(key: string): void {
    const report = take(key)
    if (!report) return
    const writing = savedDraft()
    if (writing && hasContent(writing)) tray.waiting.push({ ...writing, problem: writing.problem ?? '还没有写完' })
    store()
    saveDraft(report)
  },
  onSent(listener: Sent): () => void {
    told.add(listener)
    return () => told.delete(listener)
  },
  /** Sends what waits and did not come back; called when the app comes to the front and when the network is back. */
  async flush(): Promise<void> {
    if (tray.sending || !session.state.token) return
    tray.sending = true
    try {
      for (const report of tray.waiting.filter((each) => !each.problem)) if ((await sendOne(report)) === 'nothing goes now') break
    } finally {
      tray.sending = false
    }
  },
}
