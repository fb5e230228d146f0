import { randomUUID } from 'node:crypto';
import type { Test } from 'supertest';
import { AccountsService } from '../../src/auth/accounts.service.ts';
import type { Role } from '../../src/auth/actor.ts';
import { OrganisationsService } from '../../src/auth/organisations.service.ts';
import { Database } from '../../src/database/database.ts';
import { type RunningApp, startApp } from './app.ts';
import { floorWith } from './floor.ts';

export const PASSWORD = 'correct horse battery';
export const WORKSHOP_NAME = { zh: '杭州一店', en: 'Hangzhou shop one' };

/** An installation with a maker, two workshops and their people, where nothing is done but letting people and machines in. */
export class FrontDoor {
  private constructor(readonly running: RunningApp) {}

  static async open(environment: Readonly<Record<string, string>> = {}): Promise<FrontDoor> {
    const door = new FrontDoor(await startApp({ root: floorWith(), environment }));
    await door.fill();
    return door;
  }

  close(): Promise<void> {
    return this.running.close();
  }

  get database(): Database {
    return this.running.app.get(Database, { strict: false });
  }

  signIn(name: string, password = PASSWORD): Test {
    return this.running.request.post('/api/session').send({ email: `${name}@truepart.test`, password });
  }

  /** The `name=value` of a browser's next request. */
  async cookieOf(name: string): Promise<string> {
    const answer = await this.signIn(name);
    expect(answer.status).toBe(201);
    return (answer.headers['set-cookie']?.[0] ?? '').split(';')[0]!;
  }

  /** The status that a session with this cookie has. */
  async whoIs(cookie: string): Promise<number> {
    return (await this.running.request.get('/api/session').set('cookie', cookie)).status;
  }

  async accountId(name: string): Promise<string> {
    const email = `${name}@truepart.test`;
    return (await this.database.first<{ id: string }>('SELECT id FROM account WHERE email = $1', [email]))!.id;
  }

  /** A new account of WS-1, for stories that change or end it. */
  async somebodyNew(...roles: Role[]): Promise<{ id: string; name: string }> {
    const name = `n${randomUUID()}`;
    return { id: await this.account('WS-1', name, ...roles), name };
  }

  makeKey(cookie: string, body: object): Test {
    return this.running.request.post('/api/api-keys').set('cookie', cookie).send(body);
  }

  private async fill(): Promise<void> {
    const organisations = this.running.app.get(OrganisationsService, { strict: false });
    const makerName = { zh: '昌禾', en: 'Changhe' };
    await organisations.create('system', { kind: 'platform', code: 'TP', name: { zh: '真件', en: 'Truepart' } });
    await organisations.create('system', { kind: 'maker', code: 'CH', name: makerName, gs1Prefix: '9521234' });
    await organisations.create('system', { kind: 'workshop', code: 'WS-1', name: WORKSHOP_NAME });
    await organisations.create('system', { kind: 'workshop', code: 'WS-2', name: WORKSHOP_NAME });
    await this.account('TP', 'admin', 'administrator');
    await this.account('CH', 'editor', 'catalogue_editor');
    await this.account('WS-1', 'technician', 'technician');
    await this.account('WS-1', 'supervisor', 'supervisor', 'technician');
    await this.account('WS-2', 'supervisor2', 'supervisor');
  }

  private async account(organisation: string, name: string, ...roles: Role[]): Promise<string> {
    const accounts = this.running.app.get(AccountsService, { strict: false });
    const account = { organisation, name, email: `${name}@truepart.test`, password: PASSWORD, roles };
    return (await accounts.create('system', account)).id;
  }
}
