import { type Actor, AUDIT_READERS, hasRole, LEADING_ROLES, type Role, ROLES } from '../../auth/actor.ts';
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
      { path: '/desk/overview', name: { zh: '概览', en: 'Overview' } },
      { path: '/desk/cases', name: { zh: '案件', en: 'Cases' } },
      { path: '/desk/units', name: { zh: '单件', en: 'Units' } },
      { path: '/desk/recalls', name: { zh: '召回', en: 'Recalls' } },
      { path: '/desk/rules', name: { zh: '规则', en: 'Rules' } },
      { path: '/desk/scorecard', name: { zh: '评分', en: 'Scorecard' } },
    ],
  },
  {
    roles: ['operator', 'lead'],
    doors: [
      { path: '/warehouse', name: { zh: '仓库', en: 'Warehouse' } },
      { path: '/warehouse/orders', name: { zh: '配送单', en: 'Orders' } },
      { path: '/warehouse/batches', name: { zh: '标签批次', en: 'Batches' } },
      { path: '/warehouse/shipments', name: { zh: '发货与收货', en: 'Shipments' } },
      { path: '/warehouse/stock', name: { zh: '库存', en: 'Stock' } },
      { path: '/warehouse/labels', name: { zh: '标签规格', en: 'Labels' } },
    ],
  },
  {
    roles: ROLES.workshop,
    doors: [{ path: '/workshop', name: { zh: '车间', en: 'Workshop' } }],
  },
  {
    roles: ['supervisor', 'advisor'],
    doors: [{ path: '/questions', name: { zh: '车主的问题', en: 'Owners’ questions' } }],
  },
  { roles: ROLES.maker, doors: [{ path: '/maker', name: { zh: '零件', en: 'Parts' } }] },
  {
    roles: ['administrator'],
    doors: [
      { path: '/admin', name: { zh: '组织', en: 'Organisations' } },
      { path: '/admin/people', name: { zh: '人员', en: 'People' } },
      { path: '/admin/api-keys', name: { zh: 'API 密钥', en: 'API keys' } },
      { path: '/admin/audit', name: { zh: '操作记录', en: 'Audit' } },
    ],
  },
  { roles: ['key_custodian', 'analyst'], doors: [{ path: '/maker/keys', name: { zh: '密钥', en: 'Keys' } }] },
];

const isNotPlatform = (role: Role): boolean => role !== 'administrator';

/** Seldom needed: found beside one's account, not in the row of rooms. */
const SIDE_ROOMS: readonly Room[] = [
  {
    roles: [...ROLES.warehouse, ...ROLES.workshop],
    doors: [{ path: '/scanner-test', name: { zh: '扫码枪检测', en: 'Scanner test' } }],
  },
  {
    roles: LEADING_ROLES.filter(isNotPlatform),
    doors: [{ path: '/admin/api-keys', name: { zh: 'API 密钥', en: 'API keys' } }],
  },
  {
    roles: AUDIT_READERS.filter(isNotPlatform),
    doors: [{ path: '/admin/audit', name: { zh: '操作记录', en: 'Audit' } }],
  },
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

export const doorsOf = (actor: Actor, language: Language): NamedDoor[] => named(roomsOf(actor), language);

export const sideDoorsOf = (actor: Actor, language: Language): NamedDoor[] =>
  named(roomsOf(actor, SIDE_ROOMS), language);

const roomsOf = (actor: Actor, rooms = ROOMS): readonly Room[] => rooms.filter(({ roles }) => hasRole(actor, ...roles));

const named = (rooms: readonly Room[], language: Language): NamedDoor[] =>
  rooms.flatMap(({ doors }) => doors.map(({ path, name }) => ({ path, name: name[language] })));
