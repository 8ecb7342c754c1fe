import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** The city that the development server speaks to. */
const city = process.env.QUANMIN_CITY ?? 'http://localhost:8080'

export default defineConfig({
  base: '/console/',
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The policy of the pages allows no script but their own files, and no address but their own: nothing is inlined but small pictures.
  build: { outDir: 'dist/build', emptyOutDir: true, target: 'es2022', sourcemap: false, assetsInlineLimit: 2048, manifest: true, chunkSizeWarningLimit: 700 },
  define: { __VUE_OPTIONS_API__: 'true', __VUE_I18N_LEGACY_API__: 'false', __INTLIFY_PROD_DEVTOOLS__: 'false' },
  server: { proxy: { '/api': { target: city, changeOrigin: false, ws: true } } },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'], setupFiles: ['test/desk.ts'] },
})
