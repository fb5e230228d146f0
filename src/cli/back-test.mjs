// `npm run back-test -- --maker CH --rule K05 ...`: a rule tried on the past; see docs/rules.md.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './npm.mjs';
import { prepare } from './prepare.mjs';

prepare();
await import(pathToFileURL(join(root, 'dist/src/cli/back-test.js')).href);
