// `npm run page-speed`: how soon a page can be read and used on a slow phone; see docs/performance.md.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './npm.mjs';
import { prepare } from './prepare.mjs';

prepare();
const { pageSpeed } = await import(pathToFileURL(join(root, 'dist/src/cli/screenshots/page-speed.js')).href);
await pageSpeed(process.argv.slice(2), process.env.CHROMIUM_PATH);
