import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../../config/project-root.ts';

/** Where a page's island is to be had. */
export interface IslandFiles {
  readonly script: string;
  /** What the script will ask for first: the browser need not find out by itself. */
  readonly preloads: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  /** Workers and WebAssembly. */
  readonly assets?: readonly string[];
}

const FOLDER = join(projectRoot, 'dist/web');
const BASE = '/assets/';
const YEAR = '1y';

/** The files for browsers, as they were built: their names tell their content, so a browser keeps them for good. */
@Injectable()
export class Assets implements OnModuleInit {
  private readonly manifest = manifestIn(FOLDER);

  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    if (this.manifest === undefined) return;
    // Not awaited: that would have Fastify settle who handles errors before Nest has said so.
    void this.host.httpAdapter.getInstance<FastifyInstance>().register(fastifyStatic, {
      root: FOLDER,
      prefix: BASE,
      index: false,
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: YEAR,
    });
  }

  /** The island of `src/web/islands/**\/{name}.island.tsx`. */
  island(name: string): IslandFiles {
    const entry = this.entry(name);
    return { script: BASE + entry.file, preloads: importsOf(entry, this.manifest!).map((file) => BASE + file) };
  }

  /** What belongs to the island and is loaded only when it is wanted: for an app that is to work without a network. */
  laterOf(name: string): readonly string[] {
    const { script, preloads } = this.island(name);
    const reached = reachedFrom(this.entry(name), this.manifest!);
    return [...reached].map((file) => BASE + file).filter((file) => file !== script && !preloads.includes(file));
  }

  /** A built file whose name does not tell its content. */
  text(name: string): string {
    return readFileSync(join(FOLDER, name), 'utf8');
  }

  private entry(name: string): ManifestEntry {
    const entry = Object.values(this.manifest ?? {}).find((file) => file.isEntry && file.name === name);
    if (!entry) throw new Error(`There is no island ${name} in ${FOLDER}: npm run build`);
    return entry;
  }
}

type Manifest = Readonly<Record<string, ManifestEntry>>;

function reachedFrom(entry: ManifestEntry, manifest: Manifest, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(entry.file)) return reached;
  reached.add(entry.file);
  for (const key of [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])])
    reachedFrom(manifest[key]!, manifest, reached);
  for (const asset of entry.assets ?? []) reached.add(asset);
  return reached;
}

function importsOf(entry: ManifestEntry, manifest: Manifest): string[] {
  const found = (entry.imports ?? []).flatMap((key) => {
    const imported = manifest[key]!;
    return [imported.file, ...importsOf(imported, manifest)];
  });
  return [...new Set(found)];
}

function manifestIn(folder: string): Manifest | undefined {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}
