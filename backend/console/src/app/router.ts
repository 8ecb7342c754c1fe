import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { is, known, me, recall } from '@/api/session'
import { areas, first } from './areas'
import { learn, said } from './language'

const learnt = new Set<string>()

const pages: RouteRecordRaw[] = areas.flatMap((each) =>
  each.routes.map((route) => ({ ...route, meta: { ...route.meta, area: each.name } }) as RouteRecordRaw),
)

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    { path: '/', name: 'first', redirect: () => first() },
    ...pages,
    { path: '/:rest(.*)*', component: () => import('./shell/NotHere.vue'), meta: { title: { zh: '没有这个页面', en: 'No such page' } } },
  ],
})

async function words(to: RouteLocationNormalized): Promise<void> {
  const name = to.meta.area
  if (!name || learnt.has(name)) return
  const spoken = await areas.find((each) => each.name === name)?.words?.()
  if (spoken) learn(name, spoken)
  learnt.add(name)
}

router.beforeEach(async (to) => {
  if (!known.value) await recall().catch(() => undefined)
  if (!to.meta.open && !me.value) return { path: '/login', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (to.path === '/' && me.value) return first()
  if (to.meta.roles && !is(...to.meta.roles)) return { path: '/not-yours', replace: true }
  await words(to)
  return true
})

router.afterEach((to) => {
  const title = said(to.meta.title)
  document.title = title ? `${title} · 全民` : '全民 · 工作台'
})

// After an upgrade a page that is still open asks for files that are gone: it is loaded anew, once.
router.onError((failure, to) => {
  const gone = /dynamically imported module|Importing a module script failed|Failed to fetch/.test(String(failure))
  if (gone && !sessionStorage.getItem('quanmin.reloaded')) {
    sessionStorage.setItem('quanmin.reloaded', 'yes')
    location.assign(`/console${to.fullPath}`)
  }
})
