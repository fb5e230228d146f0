import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { FACT_NAME, wordOf } from './fact-words.ts';
import { nameIn } from '../design/names.ts';

interface EvidenceProps {
  readonly evidence: object;
  readonly language: Language;
}

/** What a finding rests on, name by name; what nobody knows is left out. */
export function Evidence({ evidence, language }: EvidenceProps) {
  return (
    <dl class="facts">
      {rowsOf(evidence).map(([name, value]) => (
        <>
          <dt>{nameIn(FACT_NAME[language], name)}</dt>
          <dd>{told(name, value, language)}</dd>
        </>
      ))}
    </dl>
  );
}

/** The rule’s name in code, beside its number, and a number that only we can look up. */
const UNTOLD = new Set(['name', 'scanId']);

/** `facts` stand among the rest: how a record nests is no matter for a reader. */
function rowsOf(evidence: object): [string, unknown][] {
  const rows = Object.entries(evidence).flatMap(([name, value]: [string, unknown]): [string, unknown][] => {
    if (value === null || value === undefined || value === '' || UNTOLD.has(name)) return [];
    return typeof value === 'object' && !Array.isArray(value) ? rowsOf(value) : [[name, value]];
  });
  return [...new Map(rows)];
}

const told = (name: string, value: unknown, language: Language): string =>
  (typeof value === 'string' && wordOf(name, value, language)) || shown(value, language);

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function shown(value: unknown, language: Language): string {
  if (typeof value === 'string') return INSTANT.test(value) ? FORMATS[language].time(value) : value;
  if (typeof value === 'boolean') return { zh: value ? '是' : '否', en: value ? 'yes' : 'no' }[language];
  if (Array.isArray(value)) return FORMATS[language].list(value.map((each) => shown(each, language)));
  return String(value);
}
