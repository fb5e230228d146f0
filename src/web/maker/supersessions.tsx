import type { PartDto } from '../../catalogue/part.dto.ts';
import type { SupersededDto, SupersessionsDto } from '../../catalogue/supersession.dto.ts';
import { SUPERSESSION_KINDS } from '../../catalogue/supersession.ts';
import type { Language } from '../../kernel/words.ts';
import { DateField, Select, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { MAKER_WORDS, SUPERSESSION_KIND } from './maker-words.ts';
import { partAddress } from './part-address.ts';

interface SupersessionsProps {
  readonly part: PartDto;
  readonly supersessions: SupersessionsDto;
  readonly language: Language;
  readonly isEditor: boolean;
}

/** Which older numbers the part replaces, and which newer ones replace it. Changed on the newer part alone. */
export function Supersessions({ part, supersessions, language, isEditor }: SupersessionsProps) {
  const words = MAKER_WORDS[language];
  const { supersedes, supersededBy } = supersessions;
  const address = `${partAddress(part.partNumber)}/supersessions`;
  return (
    <section class="card stack">
      <h2>{words.supersessions}</h2>
      <div>
        <h3>{words.replaces}</h3>
        {supersedes.length === 0 && <p class="soft">{words.replacesNone}</p>}
        <ul class="stack">
          {supersedes.map((relation) => (
            <li key={relation.partNumber + (relation.validFrom ?? '')}>
              <Relation relation={relation} language={language} />
              {isEditor && (
                <form class="act" method="post" action={`${address}/removal`}>
                  <input type="hidden" name="partNumber" value={relation.partNumber} />
                  <input type="hidden" name="validFrom" value={relation.validFrom ?? ''} />
                  <button class="quiet">{words.remove(relation.partNumber)}</button>
                </form>
              )}
            </li>
          ))}
        </ul>
      </div>
      {supersededBy.length > 0 && (
        <div>
          <h3>{words.replacedBy}</h3>
          <ul class="stack">
            {supersededBy.map((relation) => (
              <li key={relation.partNumber + (relation.validFrom ?? '')}>
                <Relation relation={relation} language={language} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {isEditor && (
        <details class="act">
          <summary>{words.addOld}</summary>
          <AddForm address={address} language={language} />
        </details>
      )}
    </section>
  );
}

function Relation({ relation, language }: { readonly relation: SupersededDto; readonly language: Language }) {
  const words = MAKER_WORDS[language];
  const { partNumber, kind, ratio } = relation;
  return (
    <>
      <a class="code" href={partAddress(partNumber)}>
        {partNumber}
      </a>
      <div class="dots">
        <span>{SUPERSESSION_KIND[language][kind]}</span>
        {ratio !== undefined && (ratio.old !== 1 || ratio.new !== 1) && (
          <span>{words.ratio(ratio.old, ratio.new)}</span>
        )}
        <span>{span(relation, language)}</span>
      </div>
    </>
  );
}

function span({ validFrom, validTo }: SupersededDto, language: Language): string {
  const words = MAKER_WORDS[language];
  const first = validFrom ? FORMATS[language].day(validFrom) : null;
  const last = validTo ? FORMATS[language].day(validTo) : null;
  if (first !== null && last !== null) return words.between(first, last);
  return first !== null ? words.since(first) : last !== null ? words.until(last) : '';
}

function AddForm({ address, language }: { readonly address: string; readonly language: Language }) {
  const words = MAKER_WORDS[language];
  const kinds = Object.fromEntries(SUPERSESSION_KINDS.map((kind) => [kind, SUPERSESSION_KIND[language][kind]]));
  return (
    <form class="fields" method="post" action={address}>
      <Text label={words.oldNumber} name="partNumber" most={60} required />
      <Select label={words.kind} name="kind" choices={kinds} />
      <Text label={words.ratioOld} name="ratioOld" value="1" most={4} pattern="\d{1,4}" inputmode="numeric" />
      <Text label={words.ratioNew} name="ratioNew" value="1" most={4} pattern="\d{1,4}" inputmode="numeric" />
      <DateField label={words.validFrom} name="validFrom" />
      <DateField label={words.validTo} name="validTo" />
      <button class="main">{words.save}</button>
    </form>
  );
}
