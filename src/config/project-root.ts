import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds `package.json`. Sources run from `src/` under jest and from `dist/src/` when built, so a path
 * relative to this file would mean two different things.
 */
function findProjectRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${import.meta.dirname}`);
  return findProjectRoot(parent);
}

export const projectRoot = findProjectRoot(import.meta.dirname);
