import { createApp } from 'vue'
import App from './App.vue'
import { i18n } from './app/language'
import { router } from './app/router'
import './app/theme'
import './design/base.css'

createApp(App).use(i18n).use(router).mount('#app')
