/** Chinese first, English beside it. Each area's words come with its first page. */
import { computed, watchEffect } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Said } from '@/area'
import { kept } from './kept'
import { en, zh } from './words'

export type Locale = 'zh-CN' | 'en'

export const locale = kept<Locale>('language', navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN')

export const i18n = createI18n({
  legacy: false,
  locale: locale.value,
  fallbackLocale: 'zh-CN',
  messages: { 'zh-CN': zh, en } as unknown as Record<string, Record<string, never>>,
})

watchEffect(() => {
  i18n.global.locale.value = locale.value
  document.documentElement.lang = locale.value
})

export function learn(area: string, words: { zh: object; en: object }): void {
  i18n.global.mergeLocaleMessage('zh-CN', { [area]: words.zh })
  i18n.global.mergeLocaleMessage('en', { [area]: words.en })
}

/** What is said in both languages, in the one that is read now. */
export function said(both: Said | undefined): string {
  if (!both) return ''
  return locale.value === 'en' ? both.en : both.zh
}

/** The words of an area: `t('name')` is `<area>.name`; `c` those that all share. */
export function useWords(area: string) {
  const { t } = useI18n({ useScope: 'global' })
  const values = (given?: Record<string, unknown>) => given ?? {}
  return {
    t: (key: string, given?: Record<string, unknown>) => t(`${area}.${key}`, values(given)),
    c: (key: string, given?: Record<string, unknown>) => t(key, values(given)),
  }
}

const TIME: Intl.DateTimeFormatOptions = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }
const moments = computed(() => ({
  short: new Intl.DateTimeFormat(locale.value, TIME),
  long: new Intl.DateTimeFormat(locale.value, { year: 'numeric', ...TIME, second: '2-digit' }),
  day: new Intl.DateTimeFormat(locale.value, { year: 'numeric', month: '2-digit', day: '2-digit' }),
  relative: new Intl.RelativeTimeFormat(locale.value, { numeric: 'auto', style: 'short' }),
  number: new Intl.NumberFormat(locale.value),
}))

/** A moment as it is read here: `short` without the year, `long` to the second, `day` without the time. */
export function at(moment: string | Date | undefined, how: 'short' | 'long' | 'day' = 'short'): string {
  return moment === undefined ? '' : moments.value[how].format(new Date(moment))
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** How far a moment is from another, as people say it: "3小时后", "2天前". */
export function away(moment: string, from: number = Date.now()): string {
  const seconds = (new Date(moment).getTime() - from) / 1000
  const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? ['minute', 60]
  return moments.value.relative.format(Math.trunc(seconds / size), unit)
}

export function number(value: number): string {
  return moments.value.number.format(value)
}
