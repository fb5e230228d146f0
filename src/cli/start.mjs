// `npm start`: from a fresh clone to a running server. It runs in this process, so whoever stops or kills this one
// stops or kills the server.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './npm.mjs';
import { giveUp } from './plain-words.mjs';
import { prepare } from './prepare.mjs';

prepare();
loadSettings();
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist/src/main.js')).href);

function loadSettings() {
  try {
    process.loadEnvFile(join(root, '.env'));
  } catch (error) {
    if (error.code !== 'ENOENT')
      giveUp(`The settings in .env cannot be read: ${error.message}`, 'Mend or remove .env.', 78);
  }
}
