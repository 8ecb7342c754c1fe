import { area } from '@/area'

export default area({
  name: 'entry',
  nav: [],
  routes: [
    { path: '/login', component: () => import('./LoginPage.vue'), meta: { open: true, title: { zh: '登录', en: 'Log in' } } },
    { path: '/account', component: () => import('./AccountPage.vue'), meta: { title: { zh: '我的账号', en: 'My account' } } },
    { path: '/not-yours', component: () => import('@/app/shell/NotYours.vue'), meta: { title: { zh: '没有权限', en: 'Not allowed' } } },
  ],
  words: () => import('./words'),
})
