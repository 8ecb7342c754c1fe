/** Light, dark, or as the machine is set. */
import { computed, ref, watchEffect } from 'vue'
import { kept } from './kept'

export type Theme = 'auto' | 'light' | 'dark'

export const theme = kept<Theme>('theme', 'auto')
/** Whether the menu shows its icons only. */
export const narrow = kept<'yes' | 'no'>('narrow', 'no')

const machine = window.matchMedia('(prefers-color-scheme: dark)')
const machineDark = ref(machine.matches)
machine.addEventListener('change', (event) => (machineDark.value = event.matches))

export const dark = computed(() => theme.value === 'dark' || (theme.value === 'auto' && machineDark.value))

watchEffect(() => {
  document.documentElement.setAttribute('theme-mode', dark.value ? 'dark' : 'light')
})
