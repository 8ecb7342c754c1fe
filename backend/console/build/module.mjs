/** What Maven calls: `pages` builds the console for the jar, `verify` judges it (lint, types, tests, weight). */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stepsOf } from '../../../miniprogram-stub/build/steps.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const sources = ['src', 'public', 'build', 'index.html', 'package.json', 'package-lock.json', 'vite.config.ts', 'tsconfig.json']
const gates = [...sources, '../../docs/openapi.json', 'test', 'eslint.config.mjs']
const built = join(root, 'dist', 'build')
const front = stepsOf({ root, name: 'console', shelf: 'console', pages: '/console/', made: join(root, 'src', 'api', 'schema.d.ts') })

front.needNode(20, 19)
const [command, target] = process.argv.slice(2)
if (command === 'pages' && target) front.build({ step: 'pages', script: 'build', sources, built, target })
else if (command === 'verify') front.judge(gates, join(built, 'index.html'), ['lint', 'types', 'test', 'weigh'])
else {
  front.say('usage: node build/module.mjs pages <target directory> | verify')
  process.exit(2)
}
