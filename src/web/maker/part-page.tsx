import type { ComponentChildren } from 'preact';
import type { PartDto, PriceDto } from '../../catalogue/part.dto.ts';
import type { SupersessionsDto } from '../../catalogue/supersession.dto.ts';
import type { Page } from '../../http/paging.ts';
import type { Language } from '../../kernel/words.ts';
import { Chip } from '../design/chip.tsx';
import { DateField } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { MAKER_WORDS, PART_CLASS, PRICE_STATE, SUPPLIED, TRACKING } from './maker-words.ts';
import { partAddress } from './part-address.ts';
import { PartForm, PriceFields } from './part-form.tsx';
import { Supersessions } from './supersessions.tsx';

interface PartView {
  readonly part: PartDto;
  readonly prices: Page<PriceDto>;
  readonly supersessions: SupersessionsDto;
  readonly language: Language;
  /** Who may change the catalogue is shown how. */
  readonly isEditor: boolean;
}

/** One part: what it is, what it cost when, what it replaces and what replaces it. */
export function PartPage({ isSaved, ...view }: PartView & { readonly isSaved: boolean }) {
  const { part, language, isEditor } = view;
  const words = MAKER_WORDS[language];
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={words.saved} />}
      <div>
        <div class="over">
          <span class="soft code">{part.partNumber}</span>
          {!part.isActive && <Chip state="plain">{words.inactive}</Chip>}
        </div>
        <h1>{part.name[language]}</h1>
        <p class="soft">{part.name[language === 'zh' ? 'en' : 'zh']}</p>
      </div>
      <div class="two">
        <div class="stack">
          <Facts part={part} language={language} />
          <Prices {...view} />
          <Supersessions {...view} />
        </div>
        {isEditor && (
          <details class="card act">
            <summary>{words.edit}</summary>
            <PartForm part={part} language={language} />
          </details>
        )}
      </div>
    </div>
  );
}

function Facts({ part, language }: Pick<PartView, 'part' | 'language'>) {
  const words = MAKER_WORDS[language];
  const formats = FORMATS[language];
  const warranty = [
    part.warrantyMonths === null ? null : words.months(part.warrantyMonths),
    part.warrantyKm === null ? null : formats.kilometres(part.warrantyKm),
  ];
  return (
    <section class="card">
      <dl class="facts">
        <Fact name={words.gtin}>
          <span class="code">{part.gtin}</span> {part.isGtinAllocated && <span class="soft">{words.allocated}</span>}
        </Fact>
        <Fact name={words.class}>{PART_CLASS[language][part.class]}</Fact>
        <Fact name={words.tracking}>{TRACKING[language][part.tracking]}</Fact>
        <Fact name={words.suppliedAs}>{SUPPLIED[language][part.suppliedAs]}</Fact>
        <Fact name={words.fits}>{formats.list(part.models) || null}</Fact>
        <Fact name={words.perVehicle}>
          {part.quantityPerVehicle === null ? null : formats.number(part.quantityPerVehicle)}
        </Fact>
        <Fact name={words.warranty}>{formats.list(warranty) || null}</Fact>
        <Fact name={words.shelfLife}>{part.shelfLifeDays === null ? null : words.days(part.shelfLifeDays)}</Fact>
        <Fact name={words.changedAt}>{formats.time(part.updatedAt)}</Fact>
      </dl>
    </section>
  );
}

/** What nobody has said is not told. */
function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (children === null) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Prices({ part, prices, language, isEditor }: PartView) {
  const words = MAKER_WORDS[language];
  const formats = FORMATS[language];
  const address = `${partAddress(part.partNumber)}/prices`;
  return (
    <section class="card">
      <h2>{words.prices}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.from}</th>
            <th scope="col" class="num">
              {words.listPrice}
            </th>
          </tr>
        </thead>
        <tbody>
          {prices.items.map((price) => (
            <tr key={price.validFrom}>
              <th scope="row">
                {formats.day(price.validFrom)}{' '}
                {price.state !== 'past' && <span class="soft whole">· {PRICE_STATE[language][price.state]}</span>}
                {isEditor && price.state === 'announced' && (
                  <Withdrawal address={`${address}/withdrawal`} price={price} language={language} />
                )}
              </th>
              <td class="num">{formats.money(price.listPrice, price.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {prices.next !== null && (
        <p>
          <a href={`${partAddress(part.partNumber)}?prices=${prices.next}`}>{words.earlier}</a>
        </p>
      )}
      {isEditor && (
        <details class="act">
          <summary>{words.newPrice}</summary>
          <form class="fields" method="post" action={address}>
            <p class="soft">{words.priceMeans}</p>
            <input type="hidden" name="version" value={part.version} />
            <PriceFields language={language} price={part} />
            <DateField label={words.priceFrom} name="priceValidFrom" />
            <button class="main">{words.save}</button>
          </form>
        </details>
      )}
    </section>
  );
}

interface WithdrawalProps {
  readonly address: string;
  readonly price: PriceDto;
  readonly language: Language;
}

/** Said by day, because there may be several. */
function Withdrawal({ address, price, language }: WithdrawalProps) {
  return (
    <form class="act" method="post" action={address}>
      <input type="hidden" name="validFrom" value={price.validFrom} />
      <button class="quiet">
        {MAKER_WORDS[language].withdraw} <span class="unseen">{FORMATS[language].day(price.validFrom)}</span>
      </button>
    </form>
  );
}
