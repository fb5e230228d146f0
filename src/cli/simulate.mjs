// `npm run simulate [-- --seeds 1,2,3 ...]`: a made-up country on a server of its own; see docs/simulation.md.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './npm.mjs';
import { prepare } from './prepare.mjs';

prepare();
await import(pathToFileURL(join(root, 'dist/src/simulation/simulate.js')).href);
