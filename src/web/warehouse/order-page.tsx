import type { DispatchOrder, OrderProgress } from '../../issuance/dispatch-orders.query.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { Notice } from '../design/notice.tsx';
import { ORDER_WORDS } from './order-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface OrderProps {
  readonly order: DispatchOrder;
  readonly lines: readonly OrderProgress[];
  readonly isSaved: boolean;
  readonly language: Language;
}

/** One order: how far each of its lines is, and on to whom it is picked for. */
export function OrderPage({ order, lines, isSaved, language }: OrderProps) {
  const words = ORDER_WORDS[language];
  const query = new URLSearchParams({ order: order.number }).toString();
  return (
    <div class="stack">
      {isSaved && <Notice state="good" role="status" title={WAREHOUSE_WORDS[language].saved} />}
      <div>
        <p class="soft">{WAREHOUSE_WORDS[language].order}</p>
        <h1>{order.number}</h1>
      </div>
      <p class="goes act">
        {order.consignees.map((code) => (
          <a key={code} class="go" href={`/warehouse/shipments/new?${query}&to=${encodeURIComponent(code)}`}>
            {words.pickFor(code)}
          </a>
        ))}
        <a class="go" href={`/warehouse/batches?${query}`}>
          {words.batches}
        </a>
        <a class="go" href={`/warehouse/units?${query}`}>
          {words.units}
        </a>
      </p>
      <section class="card scroll" tabIndex={0} aria-label={words.lines}>
        <Lines lines={lines} language={language} />
      </section>
    </div>
  );
}

function Lines({ lines, language }: Pick<OrderProps, 'lines' | 'language'>) {
  const words = ORDER_WORDS[language];
  const names = WAREHOUSE_WORDS[language];
  const { number } = FORMATS[language];
  return (
    <table class="fold">
      <thead>
        <tr>
          <th>{names.part}</th>
          <th>{names.lot}</th>
          <th>{names.consignee}</th>
          <th class="num">{words.ordered}</th>
          <th class="num">{words.unused}</th>
          <th class="num">{words.inStock}</th>
          <th class="num">{words.sent}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.partNumber} ${line.lot} ${line.consignee}`}>
            <th scope="row">
              <span class="code">{line.partNumber}</span>
              <span class="soft">{line.name[language]}</span>
            </th>
            <td data-name={names.lot}>{line.lot}</td>
            <td data-name={names.consignee}>{line.consignee}</td>
            <td class="num" data-name={words.ordered}>
              {number(line.ordered)}
            </td>
            <td class="num" data-name={words.unused}>
              {number(line.unused)}
            </td>
            <td class="num" data-name={words.inStock}>
              {number(line.inStock)}
            </td>
            <td class="num" data-name={words.sent}>
              {number(line.sent)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
