import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { StockRow } from '../../units/stock.query.ts';
import { STATE_WORDS } from '../../units/unit-lifecycle.ts';
import { Chip } from '../design/chip.tsx';
import { HOLD } from '../staff/hold-words.ts';
import { UNIT_WORDS } from './unit-words.ts';

interface UnitsProps {
  /** What was looked for; without it the units are those that are missing. */
  readonly text: string | undefined;
  readonly units: readonly StockRow[];
  readonly language: Language;
}

/** A field for a serial or a label; and what is reported missing, which only an analyst brings back. */
export function UnitsPage({ text, units, language }: UnitsProps) {
  const words = UNIT_WORDS[language];
  return (
    <div class="stack">
      <h1>{words.units}</h1>
      <form class="filters act" method="get" action="/desk/units" role="search">
        <label>
          <span>{words.findLabel}</span>
          <input
            type="search"
            name="q"
            required
            maxlength={500}
            autocomplete="off"
            spellcheck={false}
            value={text ?? ''}
            placeholder={words.findHint}
          />
        </label>
        <button>{words.find}</button>
      </form>
      {text === undefined ? <h2>{words.missing}</h2> : units.length > 0 && <p>{words.several}</p>}
      {units.length === 0 ? (
        <p class="card empty">{text === undefined ? words.noneMissing : words.noneFound(text)}</p>
      ) : (
        <ul class="card items">
          {units.map((unit) => (
            <Unit key={unit.id} unit={unit} language={language} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Unit({ unit, language }: { readonly unit: StockRow; readonly language: Language }) {
  const { gtin, serial, partNumber, name, state, custodian, holds } = unit;
  return (
    <li>
      <div class="over">
        <span class="code">{serialInGroups(serial)}</span>
        {holds.map((kind) => (
          <Chip key={kind} state="caution">
            {HOLD[language][kind]}
          </Chip>
        ))}
      </div>
      <h2>
        <a href={`/desk/units/${gtin}/${serial}`}>{name[language]}</a>
      </h2>
      <div class="dots">
        <span>{partNumber}</span>
        <span>{STATE_WORDS[state][language]}</span>
        <span>{custodian.name[language]}</span>
      </div>
    </li>
  );
}
