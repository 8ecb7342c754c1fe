import { shallowRef } from 'vue'

export interface Question {
  title: string
  text?: string
  yes?: string
  danger?: boolean
  /** Asks for words too, such as a reason. */
  words?: { name: string; required?: boolean; most?: number }
}

interface Asked extends Question {
  answer: (words: string | false) => void
}

export const asked = shallowRef<Asked>()

/** Asks before something that is not easily undone. `false` is no; otherwise what was written, which may be nothing. */
export function confirm(question: Question): Promise<string | false> {
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (words) => {
        asked.value = undefined
        resolve(words)
      },
    }
  })
}
