import { ref } from 'vue'
import { platform } from '@/platform/platform'
import { api } from '@/services/http'
import { Failure } from '@/services/failure'
import { newKey } from '@/services/keys'
import { outgoing } from '@/services/outgoing'
import { dropDraft, saveDraft, sendReport, withoutGone, type ReportDraft } from '@/services/reports'
import { sayFailed } from '@/services/toast'
import type { Case, Subscriptions } from '@/services/types'

/** Submitting: the popup first, because WeChat shows it only in the turn of the tap; then photos and the report. */
export function useSubmit(draft: ReportDraft) {
  const busy = ref(false)
  let subscriptions: Subscriptions | undefined

  async function prepare(): Promise<void> {
    subscriptions = await api.get<Subscriptions>('/subscriptions').catch(() => undefined)
  }

  async function askWhichToTell(): Promise<void> {
    const templates = subscriptions?.templates ?? []
    if (!templates.length || subscriptions?.longTerm) return
    const results = await platform.askSubscriptions(templates)
    if (results.length) await api.post('/subscriptions', { results, asked: newKey() }).catch(() => undefined)
  }

  function done(made: Case): void {
    finish()
    uni.redirectTo({ url: `/pages/report/done?id=${encodeURIComponent(made.id)}&number=${encodeURIComponent(made.number)}` })
  }

  function finish(): void {
    draft.done = true
    dropDraft()
  }

  function sendLater(): void {
    outgoing.put(draft)
    finish()
    uni.redirectTo({ url: '/pages/report/done?waiting=1' })
  }

  /** The form stays, without the photos the phone has lost. */
  function loseGone(failure: Failure): void {
    draft.photos = withoutGone(draft).photos
    saveDraft(draft)
    sayFailed(failure)
  }

  async function submit(): Promise<void> {
    if (busy.value) return
    busy.value = true
    draft.problem = undefined
    try {
      await askWhichToTell()
      done(await sendReport(draft))
    } catch (thrown) {
      if (thrown instanceof Failure && thrown.kind === 'network') return sendLater()
      if (thrown instanceof Failure && thrown.kind === 'gone') return loseGone(thrown)
      sayFailed(thrown, () => void submit())
    } finally {
      busy.value = false
    }
  }

  return { submit, busy, prepare }
}
