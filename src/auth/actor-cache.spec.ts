import type { OrganisationId } from '../kernel/identifiers.ts';
import type { Actor } from './actor.ts';
import { ActorCache, type KnownActor } from './actor-cache.ts';

const actor = (id: string): Actor => ({
  kind: 'account',
  id,
  name: id,
  roles: ['technician'],
  organisation: {
    id: 'o' as OrganisationId,
    kind: 'workshop',
    code: 'WS',
    name: { zh: '店', en: 'shop' },
    makerId: null,
  },
});
const known = (id: string): KnownActor => ({ actor: actor(id), expiresAt: null });

describe('the cache of actors', () => {
  let now = 0;
  let cache: ActorCache;
  let looks: number;
  const look = (id: string) => async () => {
    looks++;
    return known(id);
  };
  beforeEach(() => {
    now = looks = 0;
    cache = new ActorCache(() => now);
  });

  test('asks once in a few seconds', async () => {
    await cache.getOr('token', look('a'));
    now = 4_999;
    await cache.getOr('token', look('a'));
    expect(looks).toBe(1);
    now = 5_000;
    await cache.getOr('token', look('a'));
    expect(looks).toBe(2);
  });

  test('forgets every credential of an account at once', async () => {
    await cache.getOr('phone', look('a'));
    await cache.getOr('desk', look('a'));
    await cache.getOr('other', look('b'));
    cache.dropActor('a');
    expect([cache.get('phone'), cache.get('desk')]).toEqual([undefined, undefined]);
    expect(cache.get('other')?.actor.id).toBe('b');
  });

  test('does not keep what was looked up before a sign-out and answered after it', async () => {
    await cache.getOr('token', async () => {
      cache.dropActor('a');
      return known('a');
    });
    expect(cache.get('token')).toBeUndefined();
  });

  test('does not keep strangers', async () => {
    await cache.getOr('guess', async () => undefined);
    expect(cache.get('guess')).toBeUndefined();
  });
});
