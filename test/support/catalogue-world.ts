import supertest, { type Test } from 'supertest';
import type { Actor, OrganisationKind, Role } from '../../src/auth/actor.ts';
import { ApiKeysService } from '../../src/auth/api-keys.service.ts';
import { OrganisationsService } from '../../src/auth/organisations.service.ts';
import { PartsService } from '../../src/catalogue/parts.service.ts';
import { Database } from '../../src/database/database.ts';
import type { OrganisationId } from '../../src/kernel/identifiers.ts';
import { startApp, type RunningApp } from './app.ts';

/** A machine of an organisation: every call carries its key. */
export interface Caller {
  readonly organisation: OrganisationId;
  readonly code: string;
  get(path: string): Test;
  put(path: string, body: object): Test;
  /** Sends the file as the body. */
  imports(file: string | Buffer, query?: string): Test;
  /** Sends the file as a form does. */
  upload(file: string): Test;
  /** Sends a form without a file. */
  form(fields: Record<string, string>): Test;
}

interface Wishes {
  readonly maker?: string;
  readonly gs1Prefix?: string;
}

/** A sound part, as `PUT` takes it. */
export const PADS = {
  name: { zh: '前制动片组', en: 'Brake pad set' },
  class: 'safety',
  tracking: 'serial',
  listPrice: '428.00',
  currency: 'CNY',
};

export const HEADINGS = 'partNumber,nameZh,nameEn,class,tracking,listPrice,currency';

/** A file of sound parts with these numbers. */
export const fileOf = (...partNumbers: readonly string[]): string =>
  [HEADINGS, ...partNumbers.map((number) => `${number},件,Part,small,none,6.00,CNY`)].join('\n');

/** Makers and their readers on the real application. Each story asks for its own, so none sees what another left. */
export class CatalogueWorld {
  private organisations = 0;

  private constructor(private readonly running: RunningApp) {}

  static async begin(): Promise<CatalogueWorld> {
    return new CatalogueWorld(await startApp());
  }

  end(): Promise<void> {
    return this.running.close();
  }

  get request() {
    return this.running.request;
  }
  get clock() {
    return this.running.clock;
  }
  get database() {
    return this.running.app.get(Database);
  }
  /** What the folders above the catalogue ask. */
  get parts() {
    return this.running.app.get(PartsService);
  }

  /** An editor of a new maker; by default under a prefix of its own. */
  maker(gs1Prefix = String(4000 + this.organisations)): Promise<Caller> {
    return this.caller('maker', 'catalogue_editor', { gs1Prefix });
  }

  async caller(kind: OrganisationKind, role: Role, wishes: Wishes = {}): Promise<Caller> {
    const code = `ORG-${++this.organisations}`;
    const name = { zh: `机构${this.organisations}`, en: code };
    const { id } = await this.running.app.get(OrganisationsService).create('system', { kind, code, name, ...wishes });
    const organisation = { id, kind, code, name, makerId: kind === 'maker' ? id : null };
    const actor: Actor = { kind: 'account', id, name: 'somebody', organisation, roles: [role] };
    const key = { name: 'test', scopes: [role], expiresAt: null };
    const { secret } = await this.running.app.get(ApiKeysService).create(actor, key);
    return callerWith(this.running.url, secret, { id, code });
  }

  async partNumbersOf({ organisation }: Caller): Promise<string[]> {
    const rows = await this.database.rows<{ number: string }>(
      'SELECT part_number AS number FROM part WHERE maker_id = $1 ORDER BY part_number',
      [organisation],
    );
    return rows.map(({ number }) => number);
  }
}

function callerWith(url: string, secret: string, { id, code }: { id: OrganisationId; code: string }): Caller {
  const request = supertest(url);
  const signed = (test: Test) => test.set('authorization', `Bearer ${secret}`);
  const post = (query = '') => signed(request.post(`/api/parts/imports${query}`));
  return {
    organisation: id,
    code,
    get: (path) => signed(request.get(path)),
    put: (path, body) => signed(request.put(path)).send(body),
    imports: (file, query) => post(query).set('content-type', 'text/csv').send(file),
    upload: (file) => post().attach('file', Buffer.from(file), 'parts.csv'),
    form: (fields) => post().field(fields),
  };
}
