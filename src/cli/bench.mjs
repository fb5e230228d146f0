// `npm run bench [-- name ...]`: measures the built server; see docs/performance.md.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './npm.mjs';
import { prepare } from './prepare.mjs';

prepare();
// Before anything uses libuv's threads: raw signing is to have all cores, also where there are more than four.
process.env.UV_THREADPOOL_SIZE ??= String(Math.max(4, availableParallelism()));
await import(pathToFileURL(join(root, 'dist/src/cli/bench/bench.js')).href);
