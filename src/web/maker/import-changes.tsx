import type { ImportPlan, PartUpdate, PlannedPart } from '../../catalogue/catalogue-plan.ts';
import { differences, type PartContent, type PartField } from '../../catalogue/part.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { MAKER_WORDS, PART_CLASS, PART_FIELD, TRACKING, SUPPLIED } from './maker-words.ts';

interface ChangesProps {
  readonly plan: ImportPlan;
  readonly isDone: boolean;
  /** Of each kind, at most. */
  readonly most: number;
  readonly language: Language;
}

/** Part by part, so that a price in the wrong currency is seen before it is in force. */
export function Changes({ plan, isDone, most, language }: ChangesProps) {
  const words = MAKER_WORDS[language];
  const { creates, updates, supersessions, notes } = plan;
  return (
    <>
      {updates.length > 0 && (
        <section class="card stack">
          <h2>{isDone ? words.changed : words.changes}</h2>
          <Updates updates={updates.slice(0, most)} language={language} />
          {updates.length > most && <p class="soft">{words.firstOnly(most)}</p>}
        </section>
      )}
      {creates.length > 0 && (
        <section class="card stack">
          <h2>{isDone ? words.added : words.additions}</h2>
          <Creates creates={creates.slice(0, most)} language={language} />
          {creates.length > most && <p class="soft">{words.firstOnly(most)}</p>}
        </section>
      )}
      {supersessions.length + notes.length > 0 && (
        <section class="card">
          <h2>{words.notes}</h2>
          <ul>
            {supersessions.length > 0 && <li>{words.newRelations(supersessions.length)}</li>}
            {notes.slice(0, most).map(({ row, words: said }, at) => (
              <li key={at}>
                <span class="soft">
                  {words.row} {row}
                </span>{' '}
                {said[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface UpdatesProps {
  readonly updates: readonly PartUpdate[];
  readonly language: Language;
}

function Updates({ updates, language }: UpdatesProps) {
  const words = MAKER_WORDS[language];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.changes}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.partNumber}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.was}</th>
            <th scope="col">{words.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {updates.flatMap(({ before, after }) =>
            differences(before, after).map((field) => (
              <tr key={before.partNumber + field}>
                <th scope="row" class="code">
                  {before.partNumber}
                </th>
                <td>{PART_FIELD[language][field]}</td>
                <td>{told(before, field, language)}</td>
                <td>{told(after, field, language)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function told(content: PartContent & Partial<PlannedPart>, field: PartField, language: Language): string {
  const words = MAKER_WORDS[language];
  const formats = FORMATS[language];
  const begins = content.priceValidFrom ? words.since(formats.day(content.priceValidFrom)) : null;
  if (field === 'class') return PART_CLASS[language][content.class];
  if (field === 'tracking') return TRACKING[language][content.tracking];
  if (field === 'suppliedAs') return SUPPLIED[language][content.suppliedAs];
  if (field === 'listPrice') return formats.list([formats.money(content.listPrice, content.currency), begins]);
  if (field === 'models') return formats.list(content.models) || words.none;
  if (field === 'isActive') return content.isActive ? words.active : words.inactive;
  const value = content[field];
  return value === null ? words.none : typeof value === 'number' ? formats.number(value) : value;
}

interface CreatesProps {
  readonly creates: readonly PartContent[];
  readonly language: Language;
}

function Creates({ creates, language }: CreatesProps) {
  const words = MAKER_WORDS[language];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.additions}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.partNumber}</th>
            <th scope="col">{words.nameZh}</th>
            <th scope="col">{words.nameEn}</th>
            <th scope="col" class="num">
              {words.listPrice}
            </th>
          </tr>
        </thead>
        <tbody>
          {creates.map((part) => (
            <tr key={part.partNumber}>
              <th scope="row" class="code">
                {part.partNumber}
              </th>
              <td lang="zh-CN">{part.nameZh}</td>
              <td lang="en">{part.nameEn}</td>
              <td class="num">{FORMATS[language].money(part.listPrice, part.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
