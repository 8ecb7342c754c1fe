import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig, type Plugin } from 'vite'

/** The framework would fetch a picture from its maker's host three seconds after every start in WeChat. */
const noForeignHost: Plugin = {
  name: 'no-foreign-host',
  transform: (code, id) => (id.includes('uni-mp-weixin') ? code.replace(/isFunction\(wx\.preloadAssets\)/g, 'false') : undefined),
}

export default defineConfig({
  plugins: [uni(), noForeignHost],
  css: { preprocessorOptions: { scss: { silenceDeprecations: ['legacy-js-api'] } } },
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
})
