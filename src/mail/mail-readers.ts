import { ALL_ROLES, LEADING_ROLES, type Role } from '../auth/actor.ts';
import type { EventType } from '../outbox/events.ts';

/** Who may be told of it by mail, and who is told without having asked. */
interface Readers {
  readonly may: readonly Role[];
  readonly unasked: readonly Role[];
}

const CASE_READERS: readonly Role[] = ['analyst', 'supervisor', 'advisor'];

/**
 * By type of event. Those who may are those who may read the thing itself; those who are told unasked are those who must
 * act on it by a certain day. A test of a webhook is no news to people.
 */
export const READERS = {
  'flag.opened': { may: CASE_READERS, unasked: [] },
  'case.opened': { may: CASE_READERS, unasked: CASE_READERS },
  'case.answered': { may: CASE_READERS, unasked: [] },
  'case.accepted': { may: CASE_READERS, unasked: [] },
  'case.declined': { may: CASE_READERS, unasked: CASE_READERS },
  'case.escalated': { may: CASE_READERS, unasked: ['analyst', 'supervisor'] },
  'case.closed': { may: CASE_READERS, unasked: [] },
  'recall.opened': { may: ALL_ROLES, unasked: ['lead', 'supervisor', 'parts_clerk'] },
  'invoice.issued': { may: ['supervisor', 'advisor'], unasked: [] },
  'invoice.changed': { may: ['supervisor', 'advisor'], unasked: [] },
  'webhook.disabled': { may: LEADING_ROLES, unasked: LEADING_ROLES },
} as const satisfies Readonly<Record<Exclude<EventType, 'webhook.test'>, Readers>>;

export type MailedType = keyof typeof READERS;
export const MAILED_TYPES = Object.keys(READERS) as readonly MailedType[];

const typesFor = (roles: readonly Role[], kind: keyof Readers): MailedType[] =>
  MAILED_TYPES.filter((type) => READERS[type][kind].some((role) => roles.includes(role)));

/** What somebody with these roles can be told. */
export const typesOpenTo = (roles: readonly Role[]): MailedType[] => typesFor(roles, 'may');

/** What they are told as long as they choose nothing else. */
export const typesUnasked = (roles: readonly Role[]): MailedType[] => typesFor(roles, 'unasked');
