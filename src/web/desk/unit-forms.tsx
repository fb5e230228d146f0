import type { Language } from '../../kernel/words.ts';
import type { UnitDto } from '../../units/unit-view.dto.ts';
import { LongText, Text } from '../design/fields.tsx';
import { DESK_WORDS } from './desk-words.ts';
import { UNIT_WORDS } from './unit-words.ts';

interface UnitFormProps {
  readonly unit: Pick<UnitDto, 'gtin' | 'serial'>;
  readonly language: Language;
}

/** Ends the report of a missing unit. */
export function FoundForm({ unit: { gtin, serial }, language }: UnitFormProps) {
  const words = UNIT_WORDS[language];
  return (
    <section class="card stack act">
      <h2>{words.found}</h2>
      <p class="soft">{words.foundMeans}</p>
      <form class="fields" method="post" action={`/desk/units/${gtin}/${serial}/found`}>
        <LongText label={words.foundNote} name="note" most={500} />
        <button class="main">{words.found}</button>
      </form>
    </section>
  );
}

/** An investigation by hand, where no rule opened one. */
export function OpenCaseForm({ unit: { gtin, serial }, language }: UnitFormProps) {
  const words = UNIT_WORDS[language];
  return (
    <details class="act">
      <summary>{words.openCase}</summary>
      <p class="soft">{words.openMeans}</p>
      <form class="fields" method="post" action={`/desk/units/${gtin}/${serial}/cases`}>
        <Text label={words.caseTitle} name="title" most={200} required />
        <LongText label={words.caseText} name="text" most={4000} />
        <button class="main">{DESK_WORDS[language].save}</button>
      </form>
    </details>
  );
}
