import type { Language } from '../../kernel/words.ts';
import type { CASE_STATUSES } from '../../flags/case.dto.ts';
import type { FLAG_STATUSES } from '../../flags/flag.dto.ts';
import { Chip } from '../design/chip.tsx';
import type { State } from '../design/icons.tsx';
import { CASE_STATUS, FLAG_STATUS, LEVEL } from './desk-words.ts';
import { nameIn } from '../design/names.ts';

export const stateOfLevel = (level: number): State =>
  level >= 5 ? 'suspect' : level === 4 ? 'caution' : level === 3 ? 'unknown' : 'plain';

interface Told {
  readonly language: Language;
}

export function Severity({ level, language }: Told & { readonly level: number }) {
  return <Chip state={stateOfLevel(level)}>{nameIn(LEVEL[language], String(level))}</Chip>;
}

const OF_FLAG = { open: 'caution', prevented: 'good', confirmed: 'suspect', dismissed: 'plain' } as const;

export function FlagStatus({ status, language }: Told & { readonly status: (typeof FLAG_STATUSES)[number] }) {
  return <Chip state={OF_FLAG[status]}>{FLAG_STATUS[language][status]}</Chip>;
}

const OF_CASE = { open: 'caution', answered: 'good', closed: 'plain' } as const;

interface CaseStatusProps extends Told {
  readonly status: (typeof CASE_STATUSES)[number];
  readonly isLate: boolean;
}

export function CaseStatus({ status, isLate, language }: CaseStatusProps) {
  return <Chip state={isLate ? 'suspect' : OF_CASE[status]}>{CASE_STATUS[language][status]}</Chip>;
}
