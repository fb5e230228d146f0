import type { Shipment, ShipmentLine } from '../../distribution/shipments.query.ts';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { LongText } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import type { ShipmentPageQuery } from './shipment-form.dto.ts';
import { ShipmentChip } from './shipments-page.tsx';
import { LINE_OUTCOME, SHIPMENT_KIND, SHIPPING_WORDS } from './shipping-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface ShipmentProps {
  readonly shipment: Shipment;
  readonly own: string;
  readonly asked: ShipmentPageQuery;
  readonly language: Language;
}

/** A shipment of thousands is told part by part; its serials lie one click below. */
export function ShipmentPage({ shipment, own, asked, language }: ShipmentProps) {
  const words = SHIPPING_WORDS[language];
  const { from, to, kind, inTransit } = shipment;
  const isOurs = from.code === own;
  return (
    <div class="stack">
      <Done asked={asked} language={language} />
      <div>
        <p class="soft">{SHIPMENT_KIND[language][kind]}</p>
        <h1>
          {from.name[language]} → {to.name[language]}
        </h1>
      </div>
      {!isOurs && to.code === own && inTransit > 0 && (
        <p class="goes act">
          <a class="go first" href={`/warehouse/shipments/${shipment.id}/receive`}>
            {words.receive}
          </a>
        </p>
      )}
      <div class="two">
        <section class="card scroll" tabIndex={0} aria-label={WAREHOUSE_WORDS[language].part}>
          <Parts lines={shipment.units} language={language} />
        </section>
        <div class="stack">
          <Facts shipment={shipment} language={language} />
          {isOurs && inTransit > 0 && <TakeBack id={shipment.id} language={language} />}
        </div>
      </div>
    </div>
  );
}

function Done({ asked, language }: Pick<ShipmentProps, 'asked' | 'language'>) {
  const words = SHIPPING_WORDS[language];
  const { done, received = 0, over = 0, short = 0 } = asked;
  if (done === undefined) return null;
  if (done !== 'received') {
    return (
      <Notice
        state="good"
        role="status"
        title={done === 'shipped' ? words.justShipped : WAREHOUSE_WORDS[language].saved}
      />
    );
  }
  const state = over + short > 0 ? 'caution' : 'good';
  return <Notice state={state} role="status" title={words.justReceived(received, over, short)} />;
}

/** Lines of one part, in one lot and one carton, with one outcome. */
interface Group {
  readonly line: ShipmentLine;
  readonly serials: ShipmentLine[];
}

function groupsOf(lines: readonly ShipmentLine[]): Group[] {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const key = JSON.stringify([line.partNumber, line.lot, line.sscc, line.outcome]);
    const group = groups.get(key) ?? { line, serials: [] };
    group.serials.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** More serials than this nobody reads: the search finds each. */
const MOST_SERIALS = 200;

function Parts({ lines, language }: { readonly lines: readonly ShipmentLine[]; readonly language: Language }) {
  const words = SHIPPING_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  return (
    <table class="fold">
      <thead>
        <tr>
          <th>{names.part}</th>
          <th>{names.lot}</th>
          <th>{words.carton}</th>
          <th>{words.outcome}</th>
          <th class="num">{names.quantity}</th>
        </tr>
      </thead>
      <tbody>
        {groupsOf(lines).map(({ line, serials }) => (
          <tr key={line.serial}>
            <th scope="row">
              <span class="code">{line.partNumber}</span>
              <span class="soft">{line.name[language]}</span>
              <details>
                <summary>{words.serials}</summary>
                <ul class="code">
                  {serials.slice(0, MOST_SERIALS).map(({ gtin, serial, inspection }) => (
                    <li key={serial}>
                      <a href={`/warehouse/units/${gtin}/${serial}`}>{serialInGroups(serial)}</a>
                      {inspection !== null && (
                        <span class="soft">
                          {inspection.isAsNew ? words.asNew : words.notAsNew} {inspection.note}
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              </details>
            </th>
            <td data-name={names.lot}>{line.lot}</td>
            <td data-name={words.carton}>
              {line.sscc === null ? words.loose : <a href={`/warehouse/cartons/${line.sscc}`}>{line.sscc}</a>}
            </td>
            <td data-name={words.outcome}>{LINE_OUTCOME[language][line.outcome]}</td>
            <td class="num" data-name={names.quantity}>
              {FORMATS[language].number(serials.length)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Facts({ shipment, language }: Pick<ShipmentProps, 'shipment' | 'language'>) {
  const words = SHIPPING_WORDS[language];
  const { number, time } = FORMATS[language];
  const { reference, shipped, received, inTransit, short, createdAt, voidReason } = shipment;
  return (
    <section class="card stack">
      <p>
        <ShipmentChip shipment={shipment} language={language} />
      </p>
      <dl class="facts">
        {reference !== null && [<dt>{words.reference}</dt>, <dd>{reference}</dd>]}
        <dt>{words.shipped}</dt>
        <dd>{number(shipped)}</dd>
        <dt>{words.received}</dt>
        <dd>{number(received)}</dd>
        <dt>{words.onTheRoad}</dt>
        <dd>{number(inTransit)}</dd>
        <dt>{words.short}</dt>
        <dd>{number(short)}</dd>
        <dt>{WAREHOUSE_WORDS[language].at}</dt>
        <dd>{time(createdAt)}</dd>
        {voidReason !== null && [<dt>{words.voided}</dt>, <dd>{voidReason}</dd>]}
      </dl>
    </section>
  );
}

function TakeBack({ id, language }: { readonly id: string; readonly language: Language }) {
  const words = SHIPPING_WORDS[language];
  return (
    <details class="act">
      <summary>{words.takeBack}</summary>
      <form class="card fields" method="post" action={`/warehouse/shipments/${id}/void`}>
        <p class="soft">{words.takeBackMeans}</p>
        <LongText label={WAREHOUSE_WORDS[language].reason} name="reason" most={500} />
        <button class="main">{words.takeBack}</button>
      </form>
    </details>
  );
}
