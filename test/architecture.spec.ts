import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/config/project-root.ts';
import { loadedWith, ringsIn, type SourceFile, sourceFiles } from './support/source-tree.ts';

/** From the bottom up. A folder may import what stands on its own line or below; `docs/architecture.md` tells why. */
const LAYERS: readonly (readonly string[])[] = [
  ['kernel'],
  ['config'],
  ['database'],
  ['auth', 'http'],
  ['oidc'],
  ['outbox'],
  ['catalogue'],
  ['units'],
  ['flags', 'labels'],
  ['verification'],
  [
    'scans',
    'repair-orders',
    'distribution',
    'issuance',
    'feedback',
    'car-history',
    'detection',
    'webhooks',
    'mail',
    'scorecard',
    'back-test',
  ],
  ['web', 'resolver', 'interchange', 'cli', 'demo'],
  ['', 'simulation'],
];
/** Two halves of one floor: who calls, and how they are answered. */
const ONE_FLOOR = ['auth', 'http'];
const SEATS = ['controller', 'dto', 'entity', 'module', 'query', 'refusals', 'rule', 'service'];
/** Seats of Nest's own making, and roots of which a folder has one. */
const SPECIAL_SEATS = ['guard', 'interceptor', 'pipe', 'filter', 'constraints', 'css', 'island', 'worker', 'pass'];
const STORAGE = ['typeorm', 'pg', '@nestjs/typeorm'];
const NEST = /^@nestjs\//;
const SQL = /\b(SELECT\s[\s\S]*\sFROM|INSERT INTO|UPDATE\s\w+\sSET|DELETE FROM)\b/;

const all = sourceFiles();
const byPath = new Map(all.map((file) => [file.path, file]));
const layerOf = (folder: string): number => LAYERS.findIndex((folders) => folders.includes(folder));
const inSeat = (...seats: readonly string[]): SourceFile[] => all.filter(({ seat }) => seats.includes(seat));

/** `where: what` for each import that must not be. */
function wrongImports(
  files: readonly SourceFile[],
  isWrong: (found: SourceFile['imports'][number], file: SourceFile) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports.filter((found) => isWrong(found, file)).map(({ target }) => `${file.path}: ${target}`),
  );
}

const seatOf = (path: string): string => byPath.get(path)?.seat ?? '';

test('there is something to look at', () => {
  expect(all.length).toBeGreaterThan(200);
  expect(all.flatMap(({ imports }) => imports).length).toBeGreaterThan(1000);
});

describe('arrows run one way', () => {
  test('every folder has its place', () => {
    expect([...new Set(all.map(({ folder }) => folder))].filter((folder) => layerOf(folder) < 0)).toEqual([]);
  });

  test('a lower folder never imports an upper one, not even its types', () => {
    const upwards = wrongImports(
      all,
      ({ target, isOurs }, { folder }) => isOurs && layerOf(byPath.get(target)?.folder ?? folder) > layerOf(folder),
    );
    expect(upwards).toEqual([]);
  });

  test('folders of one layer do not lean on each other both ways', () => {
    const arrows = new Set(
      all.flatMap(({ folder, imports }) =>
        imports.flatMap(({ target, isOurs }) => (isOurs ? [`${folder} ${byPath.get(target)?.folder}`] : [])),
      ),
    );
    const both = [...arrows].filter((arrow) => {
      const [from = '', to = ''] = arrow.split(' ');
      return from < to && arrows.has(`${to} ${from}`) && !(ONE_FLOOR.includes(from) && ONE_FLOOR.includes(to));
    });
    expect(both).toEqual([]);
  });

  test('the kernel imports nothing but Node', () => {
    const kernel = all.filter(({ folder }) => folder === 'kernel');
    expect(
      wrongImports(kernel, ({ target, isOurs }) =>
        isOurs ? byPath.get(target)?.folder !== 'kernel' : !target.startsWith('node:'),
      ),
    ).toEqual([]);
  });

  test('no file comes back to itself', () => expect(ringsIn(byPath)).toEqual([]));

  test('every import is a file that is there', () => {
    expect(wrongImports(all, ({ target, isOurs }) => isOurs && !existsSync(join(projectRoot, 'src', target)))).toEqual(
      [],
    );
  });
});

describe('each seat keeps to its job', () => {
  test('a rule sees the evidence and nothing else', () => {
    const isHelper = (target: string) =>
      target.startsWith('flags/rules/') || /^flags\/((later-)?evidence|rule)\.ts$/.test(target);
    const isPure = (target: string) => seatOf(target) === '' && layerOf(byPath.get(target)!.folder) < layerOf('flags');
    expect(
      wrongImports(inSeat('rule'), ({ target, isOurs }) => !isOurs || !(isHelper(target) || isPure(target))),
    ).toEqual([]);
  });

  test('what a rule loads is plain functions: no Nest, no database, no input or output', () => {
    const loaded = inSeat('rule').flatMap((rule) => loadedWith(rule, byPath));
    expect(wrongImports([...new Set(loaded)], ({ isOurs, isTypeOnly }) => !isOurs && !isTypeOnly)).toEqual([]);
    expect(loaded.filter(({ seat }) => !['rule', 'refusals', ''].includes(seat)).map(({ path }) => path)).toEqual([]);
  });

  test('a dto knows rows and services at most by their types', () => {
    const isStorage = (target: string) =>
      STORAGE.includes(target) ||
      target.startsWith('database/') ||
      ['entity', 'query', 'service'].includes(seatOf(target));
    expect(wrongImports(inSeat('dto'), ({ target, isTypeOnly }) => !isTypeOnly && isStorage(target))).toEqual([]);
  });

  test('a controller speaks HTTP and no SQL', () => {
    expect(
      inSeat('controller')
        .filter(({ text }) => SQL.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
    expect(wrongImports(inSeat('controller'), ({ target }) => STORAGE.includes(target))).toEqual([]);
  });

  test('an entity is a row: it knows no service, no controller, no other entity', () => {
    expect(wrongImports(inSeat('entity'), ({ target, isOurs }) => isOurs && seatOf(target) !== '')).toEqual([]);
  });

  test('a query asks: it calls no service, and knows the contract at most by its types', () => {
    const isAbove = (target: string, isTypeOnly: boolean) =>
      ['service', 'controller'].includes(seatOf(target)) || (seatOf(target) === 'dto' && !isTypeOnly);
    expect(wrongImports(inSeat('query'), ({ target, isTypeOnly }) => isAbove(target, isTypeOnly))).toEqual([]);
  });

  test('refusals know no Nest and no status', () => {
    expect(
      wrongImports(inSeat('refusals'), ({ target, isOurs, isTypeOnly }) =>
        isOurs ? !isTypeOnly && byPath.get(target)?.folder !== 'kernel' : true,
      ),
    ).toEqual([]);
  });

  test('noes are declared among the refusals, or beside the pure rule that says them', () => {
    const busy = inSeat('service', 'query', 'controller', 'dto', 'entity', 'module', 'guard', 'interceptor');
    expect(busy.filter(({ text }) => /new Refusal\(|extends Refusal\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('only http knows status codes', () => {
    const knows = wrongImports(
      all.filter(({ folder }) => folder !== 'http'),
      ({ target, names }) => NEST.test(target) && names.some((name) => /^HttpStatus$|Exception$/.test(name)),
    );
    expect(knows).toEqual([]);
  });

  test('only config reads the environment', () => {
    const elsewhere = all.filter(({ folder }) => folder !== 'config');
    const handsOver = /Config\.from\(process\.env\)/g;
    expect(
      elsewhere.filter(({ text }) => /process\.env/.test(text.replace(handsOver, ''))).map(({ path }) => path),
    ).toEqual([]);
  });

  test('code for the browser imports the browser’s rooms, the pure label files and the kernel', () => {
    const islands = all.filter(({ path }) => path.startsWith('web/islands/'));
    const loaded = [...new Set(islands.flatMap((island) => loadedWith(island, byPath)))];
    const isAllowed = ({ folder, path }: SourceFile) =>
      folder === 'web' || folder === 'kernel' || /^labels\/[\w-]+\.ts$/.test(path);
    expect(loaded.filter((file) => !isAllowed(file)).map(({ path }) => path)).toEqual([]);
    expect(
      wrongImports(
        loaded,
        ({ target, isTypeOnly }) =>
          !isTypeOnly && (NEST.test(target) || STORAGE.includes(target) || target.startsWith('node:')),
      ),
    ).toEqual([]);
  });
});

describe('names', () => {
  test('a file is named in lower case with its seat at the end', () => {
    const known = [...SEATS, ...SPECIAL_SEATS].join('|');
    const name = new RegExp(`^([a-z0-9]+-)*[a-z0-9]+(\\.(${known}))?\\.tsx?$`);
    expect(
      all
        .map(({ path }) => path)
        .filter(
          (path) =>
            !path
              .split('/')
              .slice(0, -1)
              .every((folder) => /^[a-z-]+$/.test(folder)) || !name.test(path.split('/').at(-1)!),
        ),
    ).toEqual([]);
  });

  test('nothing is called an attic', () => {
    expect(
      all
        .map(({ path }) => path)
        .filter((path) => /(^|[/.-])(utils?|helpers?|common|managers?|index)([/.-]|$)/.test(path)),
    ).toEqual([]);
  });

  test('what is exported has a name, and nothing is passed on', () => {
    const wrong = all.filter(
      ({ text }) =>
        /^export default\b|^export \*|^export (type )?\{[^}]*\} from/m.test(text) || /\bforwardRef\b/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('an interface is called what it is', () => {
    expect(
      all
        .filter(({ text }) => /\b(interface|class|type) I[A-Z][a-z]/.test(text.replace(/\bI(CC|O)\b/g, '')))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
