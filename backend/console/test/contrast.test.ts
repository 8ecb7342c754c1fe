import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Inks that are set on grounds somewhere in the console, by name in base.css. */
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'clay', 'good', 'bad', 'blue']
const GROUNDS = ['card', 'ground', 'sunken', 'accent-soft', 'clay-soft', 'good-soft', 'bad-soft', 'blue-soft', 'grey-soft']
const OWN: Record<string, string[]> = { accent: ['accent-soft'], clay: ['clay-soft'], good: ['good-soft'], bad: ['bad-soft'], blue: ['blue-soft'] }
const PLAIN = ['card', 'ground', 'sunken']
const AA = 4.5

const css = readFileSync('src/design/base.css', 'utf8')
const light = colours(/:root \{([^}]*)\}/)
const dark = colours(/:root\[theme-mode='dark'\] \{([^}]*)\}/)

function colours(block: RegExp): Record<string, string> {
  const found = [...(css.match(block)?.[1] ?? '').matchAll(/--([\w-]+): (#[\da-f]{6})/g)]
  return Object.fromEntries(found.map(([, name, value]) => [name, value]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

describe.each([['light', light], ['dark', dark]])('in %s', (_, palette) => {
  const pairs = INKS.flatMap((ink) => (ink.startsWith('ink') ? GROUNDS : [...PLAIN, ...(OWN[ink] ?? [])]).map((ground) => [ink, ground] as const))

  it.each([...pairs, ['on-accent', 'accent'] as const])('%s on %s can be read by weak eyes', (ink, ground) => {
    expect(contrast(palette[ink] ?? '', palette[ground] ?? '')).toBeGreaterThanOrEqual(AA)
  })
})
