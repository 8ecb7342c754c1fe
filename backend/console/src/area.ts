/**
 * What an area of the console is, and how one is added.
 *
 * Each folder `src/pages/<area>/` has an `index.ts` whose default export is made with {@link area}. It is found by itself; there
 * is no list to edit. Pages are lazy (`() => import('./SomePage.vue')`), and so are the words: the first load carries only the
 * frame and each area's entries in the menu.
 *
 *     export default area({
 *       name: 'people',
 *       nav: [{ to: '/people/staff', title: { zh: '人员', en: 'Staff' }, icon: UserIcon, group: 'admin', order: 20, roles: ['SYSTEM_ADMIN'] }],
 *       routes: [{ path: '/people/staff', component: () => import('./StaffPage.vue'), meta: { title: { zh: '人员', en: 'Staff' } } }],
 *       words: () => import('./words'),
 *     })
 *
 * `words.ts` exports `zh` and `en` with the same keys; in a page `useWords('people')` reads them: `t('name')` is `people.name`.
 */
import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '@/api/session'

/** Something said in both languages. */
export interface Said {
  zh: string
  en: string
}

/** Parts of the menu, from top to bottom. */
export type Group = 'work' | 'city' | 'rules' | 'admin' | 'oversight'

/** A line of the menu. */
export interface NavEntry {
  to: string
  title: Said
  icon: Component
  group: Group
  /** Smaller is higher within the group. */
  order: number
  /** Who sees it; everybody where absent. The server decides anyway. */
  roles?: Role[]
  /** A live count beside it. */
  badge?: () => number | undefined
}

export interface Words {
  zh: Record<string, unknown>
  en: Record<string, unknown>
}

export interface Area {
  name: string
  nav: NavEntry[]
  routes: RouteRecordRaw[]
  words?: () => Promise<Words>
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: Said
    /** Open without a session, and without the frame around it. */
    open?: boolean
    /** Who may come here; everybody of the staff where absent. */
    roles?: Role[]
    area?: string
  }
}

export function area(described: Area): Area {
  return described
}
