/** What is asked about a type beside the description, and is answered. */
import type { TypeField } from './types'

export type Answers = Record<string, string>

/** Emptied is not answered. */
export function withAnswer(answers: Answers, code: string, value: string): Answers {
  const { [code]: _, ...others } = answers
  return value ? { ...others, [code]: value } : others
}

/** What must be answered and is not, in words; nothing when all of it is. */
export function unanswered(fields: TypeField[] | undefined, answers: Answers): string | undefined {
  const open = fields?.find((each) => each.required && !answers[each.code])
  return open && `请填写“${open.label}”`
}
