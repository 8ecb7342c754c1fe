/** What is said of a case, wherever one is shown. */
import { learn, useWords } from '@/app/language'
import { en, zh } from './texts'

learn('case', { zh, en })

export type Say = (key: string, given?: Record<string, unknown>) => string

export const useCaseWords = () => useWords('case')

/** Why a rule proposes what it does. */
export function because(t: Say, why: string[], before: number | undefined): string[] {
  return ['TYPE', 'PLACE', 'RECURRING', 'REOPENED'].filter((each) => why.includes(each)).map((each) => t(`why.${each}`, { before }))
}

const ALIKE_PICTURE = 0.5
const ALIKE_WORDS = 0.3

/** Why a case is offered as a twin, in few words. */
export function likeness(t: Say, one: { picture?: number; words?: number }): string {
  const parts = [(one.picture ?? 0) >= ALIKE_PICTURE ? t('samePicture') : '', (one.words ?? 0) >= ALIKE_WORDS ? t('sameWords') : '']
  return parts.filter(Boolean).join(' · ')
}
