import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { STATE_WORDS, UNIT_STATES } from '../../units/unit-lifecycle.ts';
import { Select, Text } from '../design/fields.tsx';
import { Pager } from '../staff/pager.tsx';
import type { ReachFilterDto } from './desk-form.dto.ts';
import { DESK_WORDS } from './desk-words.ts';
import type { ReachProps } from './reach-props.ts';

/** Unit by unit, each with the way to its whole life. */
export function RecalledUnits({ reach, filter, language }: ReachProps & { readonly filter: ReachFilterDto }) {
  const words = DESK_WORDS[language];
  const { units, recall } = reach;
  const path = `/desk/recalls/${recall.number}`;
  const { state, custodian } = filter;
  return (
    <section class="card stack" id="units">
      <h2>{words.unitList}</h2>
      <form class="filters act" method="get" action={`${path}#units`}>
        <Select label={words.state} name="state" choices={statesIn(language)} value={state} none={words.all} />
        <Text label={words.custodianCode} name="custodian" value={custodian} most={30} />
        <button>{words.filter}</button>
      </form>
      {units.items.length === 0 && <p class="soft">{words.noUnits}</p>}
      <ul>
        {units.items.map((unit) => (
          <li key={unit.id} class="over">
            <a class="code" href={`/desk/units/${unit.gtin}/${unit.serial}`}>
              {serialInGroups(unit.serial)}
            </a>
            <span class="dots">
              <span>{STATE_WORDS[unit.state][language]}</span>
              <span>{unit.custodian}</span>
              {unit.lot !== null && <span class="code">{unit.lot}</span>}
              {unit.isHeld && <span>{words.onHold}</span>}
            </span>
          </li>
        ))}
      </ul>
      <Pager
        path={path}
        filter={{ state, custodian }}
        isLater={filter.after !== undefined}
        next={units.next}
        language={language}
        order="name"
      />
    </section>
  );
}

const statesIn = (language: Language) =>
  Object.fromEntries(UNIT_STATES.map((state) => [state, STATE_WORDS[state][language]]));
