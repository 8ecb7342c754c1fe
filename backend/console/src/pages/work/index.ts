import { TaskIcon } from 'tdesign-icons-vue-next'
import { area } from '@/area'

export default area({
  name: 'work',
  nav: [{ to: '/cases', title: { zh: '工作台', en: 'Workbench' }, icon: TaskIcon, group: 'work', order: 10 }],
  routes: [{ path: '/cases/:id?', component: () => import('./WorkPage.vue'), meta: { title: { zh: '工作台', en: 'Workbench' } } }],
  words: () => import('./words'),
})
