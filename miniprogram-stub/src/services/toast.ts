/** One short sentence at the bottom of the page, with a way to try again where that helps. */
import { reactive } from 'vue'
import { sentenceOf } from './failure'

interface Toast {
  text: string
  tone: 'plain' | 'bad' | 'good'
  retry?: () => void
}

export const toast = reactive({ now: undefined as Toast | undefined })
let timer: ReturnType<typeof setTimeout> | undefined

function show(given: Toast): void {
  clearTimeout(timer)
  toast.now = given
  timer = setTimeout(dismiss, given.retry ? 8000 : 3200)
}

export function dismiss(): void {
  toast.now = undefined
}

export const say = (text: string) => show({ text, tone: 'plain' })
export const sayGood = (text: string) => show({ text, tone: 'good' })
export const sayFailed = (thrown: unknown, retry?: () => void) => show({ text: sentenceOf(thrown), tone: 'bad', retry })
