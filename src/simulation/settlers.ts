import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '../auth/accounts.service.ts';
import { LEADING_ROLES, type Role } from '../auth/actor.ts';
import { OrganisationsService } from '../auth/organisations.service.ts';
import type { Country, Organisation, Person } from './country.ts';
import { catalogueCsv, MAKERS } from './parts.ts';

/** The `Authorization` of everybody, by who they are. */
export type Credentials = ReadonlyMap<string, string>;

/**
 * Founds the organisations, gives everybody a key of their own, and uploads the catalogues. Keys instead of sign-ins: months
 * pass here within the minute, and no session lasts for months.
 */
export async function settle(app: NestFastifyApplication, country: Country): Promise<Credentials> {
  const organisations = app.get(OrganisationsService);
  for (const { place, ...organisation } of country.organisations)
    await organisations.create('system', { ...organisation, ...place });
  const credentials = new Map<string, string>();
  for (const organisation of country.organisations) await employ(app, country, organisation, credentials);
  for (const maker of MAKERS) {
    const headers = { authorization: credentials.get(`${maker.code}/editor`)!, 'content-type': 'text/csv' };
    await asked(app, '/api/parts/imports', headers, catalogueCsv(maker));
  }
  return credentials;
}

async function employ(
  app: NestFastifyApplication,
  country: Country,
  { code, kind }: Organisation,
  credentials: Map<string, string>,
): Promise<void> {
  const people = country.people.filter(({ organisation }) => organisation === code);
  const password = randomBytes(12).toString('hex');
  const email = `${code.toLowerCase()}@simulation.test`;
  const roles = [leaderOf(kind)];
  await app.get(AccountsService).create('system', { organisation: code, email, name: code, password, roles });
  const session = await app.inject({ method: 'POST', url: '/api/session', payload: { email, password } });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  for (const { who, roles: scopes } of people satisfies Person[]) {
    const answer = await asked(app, '/api/api-keys', { cookie }, { name: who, scopes });
    credentials.set(who, `Bearer ${(JSON.parse(answer) as { secret: string }).secret}`);
  }
}

const LEADERS: Readonly<Record<Organisation['kind'], Role>> = {
  maker: 'catalogue_editor',
  warehouse: 'lead',
  workshop: 'supervisor',
  platform: 'administrator',
} satisfies Record<string, (typeof LEADING_ROLES)[number]>;
const leaderOf = (kind: Organisation['kind']): Role => LEADERS[kind];

async function asked(
  app: NestFastifyApplication,
  url: string,
  headers: Record<string, string>,
  payload: object | string,
): Promise<string> {
  const { statusCode, body } = await app.inject({ method: 'POST', url, headers, payload });
  if (statusCode >= 400) throw new Error(`the country could not be settled: ${url} answered ${statusCode}: ${body}`);
  return body;
}
