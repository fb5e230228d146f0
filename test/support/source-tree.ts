import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../../src/config/project-root.ts';

/** One `import … from` or `export … from`. */
export interface Import {
  /** A file of ours as its path below src (`units/ledger.ts`), or a package's name. */
  readonly target: string;
  readonly isOurs: boolean;
  /** Nothing of it is left at run time. */
  readonly isTypeOnly: boolean;
  readonly names: readonly string[];
}

export interface SourceFile {
  /** Below src: `units/ledger.ts`. */
  readonly path: string;
  /** `units`; empty for files at the top. */
  readonly folder: string;
  /** `service` of `units.service.ts`; empty where there is none. */
  readonly seat: string;
  readonly text: string;
  readonly syntax: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** Every TypeScript file below src that is part of the program: tests beside the code are not. */
export function sourceFiles(): SourceFile[] {
  const root = join(projectRoot, 'src');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => /\.tsx?$/.test(path) && !/\.(spec|builder)\.tsx?$/.test(path))
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}

export function sourceFile(path: string, text: string): SourceFile {
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const [, seat = ''] = /\.([a-z]+)\.tsx?$/.exec(path) ?? [];
  const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
  return {
    path,
    folder,
    seat,
    text,
    syntax,
    imports: syntax.statements.flatMap((statement) => importOf(path, statement)),
  };
}

function importOf(path: string, statement: ts.Statement): Import[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  const { moduleSpecifier } = statement;
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
  const { text } = moduleSpecifier;
  const isOurs = text.startsWith('.');
  const target = isOurs ? normalize(join(dirname(path), text)).replaceAll(sep, '/') : packageOf(text);
  return [{ target, isOurs, ...namesOf(statement) }];
}

function namesOf(statement: ts.ImportDeclaration | ts.ExportDeclaration): Pick<Import, 'isTypeOnly' | 'names'> {
  if (ts.isExportDeclaration(statement)) return { isTypeOnly: statement.isTypeOnly, names: [] };
  const clause = statement.importClause;
  if (!clause) return { isTypeOnly: false, names: [] };
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  const isWhole =
    clause.name !== undefined || (clause.namedBindings !== undefined && !ts.isNamedImports(clause.namedBindings));
  const isTypeOnly =
    clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (!isWhole && named.every((element) => element.isTypeOnly));
  return { isTypeOnly, names: named.map(({ name, propertyName }) => (propertyName ?? name).text) };
}

/** `@nestjs/common` of `@nestjs/common/constants.js`; `node:fs` of `node:fs/promises`. */
function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

/** Everything that is loaded with a file, itself included. Types load nothing. */
export function loadedWith(start: SourceFile, files: ReadonlyMap<string, SourceFile>): SourceFile[] {
  const reached = new Set([start]);
  for (const file of reached) {
    for (const { target, isOurs, isTypeOnly } of file.imports) {
      const next = isOurs && !isTypeOnly ? files.get(target) : undefined;
      if (next) reached.add(next);
    }
  }
  return [...reached];
}

/** Rings of imports that are there at run time, each told once. */
export function ringsIn(files: ReadonlyMap<string, SourceFile>): string[] {
  const rings: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    const seen = way.indexOf(path);
    if (seen >= 0) rings.push([...way.slice(seen), path].join(' → '));
    if (seen >= 0 || done.has(path)) return;
    for (const { target, isOurs, isTypeOnly } of files.get(path)?.imports ?? []) {
      if (isOurs && !isTypeOnly) walk(target, [...way, path]);
    }
    done.add(path);
  };
  for (const path of files.keys()) walk(path, []);
  return rings;
}
