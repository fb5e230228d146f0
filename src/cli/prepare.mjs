// Plain JavaScript without dependencies: it runs before anything is installed or built, and must say so plainly when
// that is impossible.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const OLDEST_NODE = [20, 19];
const STAMP = join(root, 'dist/.built-from');
const SOURCES = [
  'src',
  'migrations',
  'tsconfig.json',
  'tsconfig.build.json',
  'nest-cli.json',
  'package.json',
  'package-lock.json',
];

/** Signs in npm's words, what they mean, and what helps. */
const INSTALL_TROUBLES = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    'its name is not found: this machine seems to be offline',
    'Connect it, or set a proxy (npm config set proxy ...).',
  ],
  [
    /ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/,
    'the package registry does not answer',
    'Check the network, the proxy and: npm config get registry',
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/,
    'the registry shows a certificate that is not trusted',
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

/** Ends the program in plain words: what happened, what to do. */
export function giveUp(what, remedy, exitCode = 69) {
  console.error(`\nTruepart cannot start.\n${what}\n\n${remedy}`);
  process.exit(exitCode);
}

/** Installs and builds what is missing or out of date; takes well under a second when nothing is. */
export function prepare() {
  checkNode();
  const isBuilt = builtFrom() === sourceHash();
  if (!isInstalled(isBuilt)) install();
  if (!isBuilt) build();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(
    `This is Node.js ${process.versions.node}; Truepart needs ${OLDEST_NODE.join('.')} or newer.`,
    'Install a newer one from https://nodejs.org (or: nvm install 22) and start again.',
  );
}

/** Compares versions, not times: a checkout or a copy changes times and nothing else. */
function isInstalled(isBuilt) {
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

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function install() {
  console.log('Installing packages. The first time takes a minute or two.');
  const { status, error, stderr } = npm([
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--no-progress',
    '--loglevel=error',
  ]);
  if (status === 0) return;
  const said = `${error?.message ?? ''}${stderr ?? ''}`.trim();
  if (error?.code === 'ENOENT')
    giveUp('npm was not found.', 'It comes with Node.js: install that anew from https://nodejs.org');
  const [, cause, remedy] = INSTALL_TROUBLES.find(([sign]) => sign.test(said)) ?? [];
  giveUp(
    `Packages could not be installed${cause ? `: ${cause}` : ''}.\n${lastLines(said)}`,
    remedy ?? 'Mend what npm says, then start again.',
  );
}

function build() {
  console.log('Building.');
  const hash = sourceHash();
  const { status, stdout, stderr } = npm(['run', '--silent', 'build']);
  if (status !== 0)
    giveUp(`The build failed.\n${lastLines(`${stdout}${stderr}`, 40)}`, 'Mend what the compiler says.', 70);
  writeFileSync(STAMP, hash);
}

function npm(args) {
  const options = {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, npm_config_fetch_retry_mintimeout: '2000', npm_config_fetch_retry_maxtimeout: '5000' },
  };
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [cli, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

function builtFrom() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
}

/** Of everything a build reads, so that a changed, added or removed file is noticed whatever its date says. */
function sourceHash() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesIn(join(root, source)))) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function lastLines(text, count = 12) {
  return text
    .trim()
    .split('\n')
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n');
}
