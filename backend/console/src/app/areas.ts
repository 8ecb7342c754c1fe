import { type Area, type Group, type NavEntry } from '@/area'
import { is } from '@/api/session'

const found = import.meta.glob<Area>('../pages/*/index.ts', { eager: true, import: 'default' })

export const areas: Area[] = Object.values(found)

export const groups: Group[] = ['work', 'city', 'rules', 'admin', 'oversight']

/** The lines of a part of the menu that concern whoever is here. */
export function entries(group: Group): NavEntry[] {
  return areas
    .flatMap((each) => each.nav)
    .filter((entry) => entry.group === group && (!entry.roles || is(...entry.roles)))
    .sort((one, other) => one.order - other.order)
}

/** Where somebody begins: the first line of their menu. */
export function first(): string {
  return groups.flatMap(entries)[0]?.to ?? '/account'
}
