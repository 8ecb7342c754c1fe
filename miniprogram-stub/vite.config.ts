import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [uni()],
  css: { preprocessorOptions: { scss: { silenceDeprecations: ['legacy-js-api'] } } },
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
})
