// Builds what runs in browsers: every `src/web/islands/**/x.island.tsx` becomes a script of that name in dist/web, and
// every `x/service-worker.ts` an `x-service-worker.js`.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './npm.mjs';

const source = join(root, 'src/web/islands');
const outDir = join(root, 'dist/web');
const files = readdirSync(source, { recursive: true });
const islands = files.filter((file) => /\.island\.tsx?$/.test(file));
const serviceWorkers = files.filter((file) => basename(file) === 'service-worker.ts');
// Phones in workshops are old, and WeChat's browser is older than they are.
const target = ['es2020', 'chrome87', 'safari14'];

/** Once, here, so that no server compresses the same file again. */
const gzipped = {
  name: 'gzipped',
  writeBundle: (_, bundle) => {
    for (const name of Object.keys(bundle).filter((file) => /\.(js|css|wasm)$/.test(file))) {
      const path = join(outDir, name);
      writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
    }
  },
};

await build({
  configFile: false,
  root: source,
  base: '/assets/',
  logLevel: 'warn',
  plugins: [gzipped],
  worker: { format: 'es' },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(
        islands.map((file) => [basename(file).replace(/\.island\.tsx?$/, ''), join(source, file)]),
      ),
    },
  },
});

// One plain script each: old browsers know no modules in service workers. Their names stay, because browsers look there for
// a newer one; the server tells their version.
for (const file of serviceWorkers) {
  await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target,
      rollupOptions: {
        input: join(source, file),
        output: { format: 'iife', entryFileNames: `${basename(dirname(file))}-service-worker.js` },
      },
    },
  });
}
