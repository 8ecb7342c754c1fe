/** What Maven calls: `h5` builds the page for the jar, `verify` does everything else (WeChat build, lint, types, tests, gates). */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stepsOf } from './steps.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = ['src', 'build', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
const gates = [...sources, '../docs/openapi.json', 'test', 'eslint.config.mjs', 'vitest.config.ts']
const front = stepsOf({
  root,
  name: 'mini-program',
  shelf: 'h5',
  pages: '/m/',
  // Made from `docs/openapi.json` by the gate that needs it; nothing of it is in a build.
  made: join(root, 'src', 'services', 'api.ts'),
})

function verify() {
  const built = join(root, 'dist', 'build', 'mp-weixin')
  front.whenChanged('mp-weixin', sources, join(built, 'app.json'), () => {
    front.install()
    front.say('building for WeChat')
    front.npm('run', '--silent', 'build:mp-weixin')
  })
  front.judge(gates, built, ['gate', 'lint', 'types', 'test', 'harness'])
}

front.needNode(20, 0)
const [command, target] = process.argv.slice(2)
if (command === 'h5' && target) {
  front.build({ step: 'h5', script: 'build:h5', sources, built: join(root, 'dist', 'build', 'h5'), target })
} else if (command === 'verify') verify()
else {
  front.say('usage: node build/module.mjs h5 <target directory> | verify')
  process.exit(2)
}
