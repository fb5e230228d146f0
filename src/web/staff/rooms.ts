import { type Actor, hasRole, type Role, ROLES } from '../../auth/actor.ts';
import type { Language, Words } from '../../kernel/words.ts';

interface Door {
  readonly path: string;
  readonly name: Words;
}

interface Room {
  readonly roles: readonly Role[];
  /** The first is where people land. */
  readonly doors: readonly [Door, ...Door[]];
}

/** Which roles work in which room. Nobody is shown a room that is closed to them. */
const ROOMS: readonly Room[] = [
  {
    roles: ['analyst'],
    doors: [
      { path: '/desk', name: { zh: '疑点', en: 'Flags' } },
      { path: '/desk/cases', name: { zh: '案件', en: 'Cases' } },
      { path: '/desk/recalls', name: { zh: '召回', en: 'Recalls' } },
      { path: '/desk/rules', name: { zh: '规则', en: 'Rules' } },
    ],
  },
  { roles: ROLES.maker, doors: [{ path: '/maker', name: { zh: '零件', en: 'Parts' } }] },
  { roles: ['key_custodian', 'analyst'], doors: [{ path: '/maker/keys', name: { zh: '密钥', en: 'Keys' } }] },
];

export const HOME = '/home';

/** Where somebody begins to work. */
export function landingOf(actor: Actor): string {
  return roomsOf(actor)[0]?.doors[0].path ?? HOME;
}

export interface NamedDoor {
  readonly path: string;
  readonly name: string;
}

export function doorsOf(actor: Actor, language: Language): NamedDoor[] {
  return roomsOf(actor).flatMap(({ doors }) => doors.map(({ path, name }) => ({ path, name: name[language] })));
}

const roomsOf = (actor: Actor): readonly Room[] => ROOMS.filter(({ roles }) => hasRole(actor, ...roles));
