// `npm run screenshots [-- --dark --pictures part-of-a-name ...]`: every page of every face, in both languages.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './npm.mjs';
import { prepare } from './prepare.mjs';

prepare();
const { screenshots } = await import(pathToFileURL(join(root, 'dist/src/cli/screenshots/screenshots.js')).href);
await screenshots(process.argv.slice(2), process.env.CHROMIUM_PATH);
