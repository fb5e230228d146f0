import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import type { PartStock } from '../../units/stock-counts.query.ts';
import { FORMATS } from '../design/formats.ts';
import { Pager } from '../staff/pager.tsx';
import { Finder } from './overview-page.tsx';
import type { StockFilterDto } from './stock-form.dto.ts';
import { STOCK_WORDS } from './stock-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface StockProps {
  readonly page: Page<PartStock>;
  readonly filter: StockFilterDto;
  readonly own: string;
  readonly language: Language;
}

/** What is here, part by part: how many, and how many of them may go. */
export function StockPage({ page, filter, own, language }: StockProps) {
  const words = STOCK_WORDS[language];
  const { q } = filter;
  return (
    <div class="stack">
      <div class="over">
        <h1>{words.stock}</h1>
        <a class="end" href="/warehouse/units">
          {words.allUnits}
        </a>
      </div>
      <Finder language={language} text={q ?? ''} />
      {page.items.length === 0 ? (
        <p class="card empty">{q === undefined ? words.noStock : words.nothingFound(q)}</p>
      ) : (
        <section class="card scroll" tabIndex={0} aria-label={words.stock}>
          <Parts parts={page.items} own={own} language={language} />
        </section>
      )}
      <Pager
        path="/warehouse/stock"
        filter={{ q }}
        isLater={filter.after !== undefined}
        next={page.next}
        language={language}
      />
    </div>
  );
}

interface PartsProps {
  readonly parts: readonly PartStock[];
  readonly own: string;
  readonly language: Language;
}

function Parts({ parts, own, language }: PartsProps) {
  const words = STOCK_WORDS[language];
  return (
    <table class="fold">
      <thead>
        <tr>
          <th>{WAREHOUSE_WORDS[language].part}</th>
          <th class="num">{words.available}</th>
          <th class="num">{words.held}</th>
          <th class="num">{words.unused}</th>
          <th class="num">{words.onTheRoad}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => {
          const pathOf = (wish: Readonly<Record<string, string>>) =>
            `/warehouse/units?${new URLSearchParams({ partNumber: part.partNumber, custodian: own, ...wish }).toString()}`;
          return (
            <tr key={part.partNumber}>
              <th scope="row">
                <a class="code" href={pathOf({})}>
                  {part.partNumber}
                </a>
                <span class="soft">{part.name[language]}</span>
              </th>
              <Count
                name={words.available}
                units={part.inStock - part.held}
                path={pathOf({ state: 'in_stock', hold: 'none' })}
                language={language}
              />
              <Count
                name={words.held}
                units={part.held}
                path={pathOf({ state: 'in_stock', hold: 'any' })}
                language={language}
              />
              <Count name={words.unused} units={part.issued} path={pathOf({ state: 'issued' })} language={language} />
              <Count
                name={words.onTheRoad}
                units={part.inTransit}
                path={pathOf({ state: 'in_transit' })}
                language={language}
              />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface CountProps {
  readonly name: string;
  readonly units: number;
  readonly path: string;
  readonly language: Language;
}

/** None is no link: there is nothing to see. */
function Count({ name, units, path, language }: CountProps) {
  return (
    <td class="num" data-name={name}>
      {units === 0 ? <span class="soft">0</span> : <a href={path}>{FORMATS[language].number(units)}</a>}
    </td>
  );
}
