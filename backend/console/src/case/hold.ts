/** Keeps a case for whoever has it in hand, for as long as it is open here, and says so to the others. */
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { api, ask, type Schema } from '@/api/client'
import { asProblem } from '@/api/problem'
import { ALONE } from './steps'

/** Well before the shortest lease of the rulebook runs out. */
const AGAIN = 4 * 60_000

export interface Holding {
  hold: Ref<Schema['HoldView'] | undefined>
  letGo: () => Promise<void>
}

export function useHold(id: string, subject: Ref<Schema['CaseView'] | undefined>): Holding {
  const hold = ref<Schema['HoldView']>()
  let timer: ReturnType<typeof setInterval> | undefined

  async function take(): Promise<void> {
    try {
      hold.value = await ask(api.POST('/api/v1/tasks/{id}/hold', { params: { path: { id } } }))
    } catch (thrown) {
      const { status, more } = asProblem(thrown)
      if (status === 409) hold.value = { by: String(more.by ?? ''), until: String(more.until ?? ''), mine: false }
    }
  }

  async function letGo(): Promise<void> {
    await api.DELETE('/api/v1/tasks/{id}/hold', { params: { path: { id } } }).catch(() => undefined)
    hold.value = undefined
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  watch(
    () => subject.value?.allowed?.some((each) => ALONE.includes(each.step ?? '')) ?? false,
    (alone) => {
      hold.value = subject.value?.hold ?? undefined
      stop()
      if (!alone) return
      void take()
      timer = setInterval(() => void take(), AGAIN)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    stop()
    if (hold.value?.mine) void letGo()
  })
  return { hold, letGo }
}
