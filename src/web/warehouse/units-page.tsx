import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import type { StockRow } from '../../units/stock.query.ts';
import { type HoldFilter, STATE_WORDS, UNIT_STATES } from '../../units/unit-lifecycle.ts';
import { Chip } from '../design/chip.tsx';
import { Select, Text } from '../design/fields.tsx';
import { HOLD } from '../staff/hold-words.ts';
import { Pager } from '../staff/pager.tsx';
import type { UnitFilterDto } from './stock-form.dto.ts';
import { STOCK_WORDS } from './stock-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface UnitsProps {
  readonly page: Page<StockRow>;
  readonly filter: UnitFilterDto;
  readonly language: Language;
}

/** Units one by one: of a part, a lot, an order, in a state. */
export function UnitsPage({ page, filter, language }: UnitsProps) {
  const words = STOCK_WORDS[language];
  const { state, partNumber, lot, order, custodian, hold } = filter;
  return (
    <div class="stack">
      <h1>{words.units}</h1>
      <Filters filter={filter} language={language} />
      {page.items.length === 0 ? (
        <p class="card empty">{words.noUnits}</p>
      ) : (
        <section class="card scroll" tabIndex={0} aria-label={words.units}>
          <Units units={page.items} language={language} />
        </section>
      )}
      <Pager
        path="/warehouse/units"
        filter={{ state, partNumber, lot, order, custodian, hold }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

function Filters({ filter, language }: Omit<UnitsProps, 'page'>) {
  const names = WAREHOUSE_WORDS[language];
  const words = STOCK_WORDS[language];
  const states = Object.fromEntries(UNIT_STATES.map((each) => [each, STATE_WORDS[each][language]]));
  const holds: Readonly<Record<HoldFilter, string>> = { any: words.anyHold, none: words.noHold, ...HOLD[language] };
  return (
    <form class="filters act" method="get" action="/warehouse/units">
      {filter.custodian !== undefined && <input type="hidden" name="custodian" value={filter.custodian} />}
      <Text label={names.partNumber} name="partNumber" value={filter.partNumber} most={40} />
      <Text label={names.lot} name="lot" value={filter.lot} most={20} />
      <Text label={names.order} name="order" value={filter.order} most={40} />
      <Select label={names.state} name="state" choices={states} value={filter.state} none={names.all} />
      <Select label={words.held} name="hold" choices={holds} value={filter.hold} none={words.heldOrNot} />
      <button>{names.filter}</button>
    </form>
  );
}

function Units({ units, language }: { readonly units: readonly StockRow[]; readonly language: Language }) {
  const words = STOCK_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  return (
    <table class="fold">
      <thead>
        <tr>
          <th>{words.serial}</th>
          <th>{names.part}</th>
          <th>{names.lot}</th>
          <th>{names.state}</th>
          <th>{words.custodian}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row" class="code">
              <a href={`/warehouse/units/${unit.gtin}/${unit.serial}`}>{serialInGroups(unit.serial)}</a>
            </th>
            <td data-name={names.part}>
              <span class="code">{unit.partNumber}</span>
              <span class="soft">{unit.name[language]}</span>
            </td>
            <td data-name={names.lot}>{unit.lot}</td>
            <td data-name={names.state}>
              {STATE_WORDS[unit.state][language]}{' '}
              {unit.holds.map((hold) => (
                <Chip key={hold} state="caution">
                  {HOLD[language][hold]}
                </Chip>
              ))}
            </td>
            <td data-name={words.custodian}>{unit.custodian.name[language]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
