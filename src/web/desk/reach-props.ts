import type { RecallReach } from '../../flags/recalls.service.ts';
import type { Language } from '../../kernel/words.ts';

export interface ReachProps {
  readonly reach: RecallReach;
  readonly language: Language;
}
