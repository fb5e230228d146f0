import type { CartonRow } from '../../distribution/cartons.query.ts';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { Chip } from '../design/chip.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { CartonLabel } from './carton-label.tsx';
import { SHIPPING_WORDS } from './shipping-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface CartonProps {
  readonly carton: CartonRow;
  /** It is ours, and still here. */
  readonly isAtHome: boolean;
  readonly isSaved: boolean;
  readonly language: Language;
}

/** A carton: its number as a bar code to print and stick on, and what is in it. */
export function CartonPage({ carton, isAtHome, isSaved, language }: CartonProps) {
  const words = SHIPPING_WORDS[language];
  const { sscc, sealedAt, units } = carton;
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={WAREHOUSE_WORDS[language].saved} />}
      <h1>{words.cartonTitle(sscc)}</h1>
      <div class="two">
        <div class="stack">
          <CartonLabel carton={carton} language={language} />
          <section class="card scroll" tabIndex={0} aria-label={words.cartons}>
            {units.length === 0 ? <p class="soft">{words.empty}</p> : <Content {...{ carton, isAtHome, language }} />}
          </section>
        </div>
        <section class="card stack act">
          <p>
            <Chip state={sealedAt === null ? 'plain' : 'good'}>{sealedAt === null ? words.open : words.sealed}</Chip>
          </p>
          <dl class="facts">
            <dt>{words.packedBy}</dt>
            <dd>{carton.organisation.name[language]}</dd>
            {sealedAt !== null && [<dt>{words.sealedAt}</dt>, <dd>{FORMATS[language].time(sealedAt)}</dd>]}
          </dl>
          {isAtHome && (
            <form method="post" action={`/warehouse/cartons/${sscc}/${sealedAt === null ? 'seal' : 'break-seal'}`}>
              <button class={sealedAt === null ? 'main' : 'quiet'}>
                {sealedAt === null ? words.seal : words.breakSeal}
              </button>
            </form>
          )}
        </section>
      </div>
    </div>
  );
}

function Content({ carton, isAtHome, language }: Pick<CartonProps, 'carton' | 'isAtHome' | 'language'>) {
  const words = SHIPPING_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  return (
    <table class="fold">
      <thead>
        <tr>
          <th>{names.part}</th>
          <th>{words.serials}</th>
          <th>{names.lot}</th>
          {isAtHome && carton.sealedAt === null && <th class="num">{words.takeOut}</th>}
        </tr>
      </thead>
      <tbody>
        {carton.units.map(({ id, gtin, serial, partNumber, lot }) => (
          <tr key={id}>
            <th scope="row" class="code">
              {partNumber}
            </th>
            <td class="code" data-name={words.serials}>
              <a href={`/warehouse/units/${gtin}/${serial}`}>{serialInGroups(serial)}</a>
            </td>
            <td data-name={names.lot}>{lot}</td>
            {isAtHome && carton.sealedAt === null && (
              <td class="num act">
                <form method="post" action={`/warehouse/cartons/${carton.sscc}/take-out`}>
                  <input type="hidden" name="unit" value={`${gtin} ${serial}`} />
                  <button class="quiet" aria-label={`${words.takeOut} ${serialInGroups(serial)}`}>
                    {words.takeOut}
                  </button>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
