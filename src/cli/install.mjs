import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './npm.mjs';
import { giveUp, quoted } from './plain-words.mjs';

/** Signs in npm's words, what they mean, and what helps. The first that fits counts. */
const TROUBLES = [
  [
    /ENOTCACHED|ENOTFOUND|EAI_AGAIN/,
    'the package registry is not found: this machine seems to be offline',
    'Connect it, or set a proxy: npm config set proxy http://...',
  ],
  [
    /ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    'the package registry does not answer',
    'Check the network, the proxy and: npm config get registry',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_HAS_EXPIRED/,
    'the package registry shows a certificate that is not trusted',
    'Behind a company proxy, set NODE_EXTRA_CA_CERTS to its certificate.',
  ],
  [/\bE40[137]\b/, 'the package registry refuses access', 'Sign in to it, or check: npm config get registry'],
  [/ENOSPC|EDQUOT/, 'the disk is full', 'Free about 1 GB.'],
  [
    /EROFS|EACCES|EPERM/,
    'this user may not write to the project folder',
    'Start as its owner, or copy the project to a folder of your own.',
  ],
  [
    /EUSAGE/,
    'package.json and package-lock.json do not agree',
    'Restore both: git checkout package.json package-lock.json',
  ],
];
const LOOK_UP_WITHIN_MS = 10_000;

/**
 * Compares versions, not times: a checkout or a copy changes times and nothing else.
 * @param isBuilt packages that are only needed to build may then be missing.
 */
export function isInstalled(isBuilt) {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted) giveUp('package-lock.json is missing or damaged.', 'Restore it: git checkout package-lock.json');
  if (!present) return false;
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
    if (path === '' || present[path]?.version === version) return true;
    const isSpare = optional || ((dev || devOptional) && isBuilt);
    return isSpare && !present[path];
  });
}

export function install() {
  console.log('Installing packages. The first time takes a minute or two.');
  const options = ['--include=dev', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'];
  // Offline, npm waits minutes for every name; from its cache it can install at once what it has seen before.
  if (!isRegistryKnown()) options.push('--offline');
  const { status, error, stderr } = npm('ci', ...options);
  if (status === 0) return;
  if (error?.code === 'ENOENT') {
    giveUp('npm was not found.', 'It comes with Node.js: install that anew from https://nodejs.org');
  }
  const said = `${error?.message ?? ''}${stderr ?? ''}`;
  const [, cause, remedy] = TROUBLES.find(([sign]) => sign.test(said)) ?? [];
  giveUp(
    `Packages could not be installed${cause ? `: ${cause}` : ''}.\n${quoted(said, 8)}`,
    remedy ?? 'Mend what npm says, then start again.',
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Its name at least; behind a proxy only the proxy knows names. */
function isRegistryKnown() {
  const [registry, ...proxies] = ['registry', 'proxy', 'https-proxy'].map((name) => {
    const value = npm('config', 'get', name).stdout?.trim() ?? '';
    return URL.canParse(value) ? new URL(value).hostname : undefined;
  });
  if (!registry || proxies.some(Boolean)) return true;
  const script = `require('node:dns').lookup(${JSON.stringify(registry)}, (error) => process.exit(error ? 1 : 0))`;
  return spawnSync(process.execPath, ['--eval', script], { timeout: LOOK_UP_WITHIN_MS }).status === 0;
}
