// Plain JavaScript without dependencies: it runs before anything is installed or built, and must say so plainly when
// that is impossible.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { install, isInstalled } from './install.mjs';
import { npm, root } from './npm.mjs';
import { giveUp, quoted } from './plain-words.mjs';

const OLDEST_NODE = [20, 19];
const BUILD_FAILED = 70;
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

/** Installs and builds what is missing or out of date; takes well under a second when nothing is. */
export function prepare() {
  checkNode();
  const hash = sourceHash();
  const isBuilt = builtFrom() === hash;
  if (!isInstalled(isBuilt)) install();
  if (!isBuilt) build(hash);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  giveUp(
    `This is Node.js ${process.versions.node}; Truepart needs ${OLDEST_NODE.join('.')} or newer.`,
    'Install a newer one from https://nodejs.org (or: nvm install 22) and start again.',
  );
}

function build(hash) {
  console.log('Building.');
  const { status, stdout, stderr } = npm('run', '--silent', 'build');
  if (status !== 0) {
    giveUp(`The build failed.\n${quoted(`${stdout}${stderr}`, 40)}`, 'Mend what is said above.', BUILD_FAILED);
  }
  writeFileSync(STAMP, hash);
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
