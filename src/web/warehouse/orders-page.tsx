import type { AuditRow } from '../../auth/audit.query.ts';
import type { DispatchOrder } from '../../issuance/dispatch-orders.query.ts';
import type { Language } from '../../kernel/words.ts';
import { FORMATS } from '../design/formats.ts';
import { ORDER_WORDS } from './order-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface OrdersProps {
  readonly orders: readonly DispatchOrder[];
  readonly imports: readonly AuditRow[];
  readonly language: Language;
}

/** What is to be labelled, and for whom: a file goes in here. */
export function OrdersPage({ orders, imports, language }: OrdersProps) {
  const words = ORDER_WORDS[language];
  return (
    <div class="stack">
      <h1>{words.orders}</h1>
      <div class="two">
        <section class="card scroll" tabIndex={0} aria-label={words.known}>
          <h2>{words.known}</h2>
          {orders.length === 0 ? (
            <p class="soft">{words.noOrders}</p>
          ) : (
            <OrderTable orders={orders} language={language} />
          )}
        </section>
        <div class="stack">
          <section class="card act">
            <h2>{words.importTitle}</h2>
            <p class="soft">{words.importMeans}</p>
            <Upload language={language} />
          </section>
          {imports.length > 0 && (
            <section class="card">
              <h2>{words.history}</h2>
              <Imports imports={imports} language={language} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

interface UploadProps {
  readonly language: Language;
  /** It was looked at before: this time it goes in. */
  readonly isFinal?: boolean;
}

export function Upload({ language, isFinal = false }: UploadProps) {
  const words = ORDER_WORDS[language];
  return (
    <form class="fields" method="post" action="/warehouse/orders/upload" enctype="multipart/form-data">
      <label>
        <span>{words.file}</span>
        <input name="file" type="file" required accept=".csv,text/csv,text/plain" />
      </label>
      {isFinal && <input type="hidden" name="step" value="import" />}
      <button class="main">{isFinal ? words.doImport : words.look}</button>
    </form>
  );
}

function OrderTable({ orders, language }: Pick<OrdersProps, 'orders' | 'language'>) {
  const words = ORDER_WORDS[language];
  const { number: figure, time } = FORMATS[language];
  return (
    <table class="fold">
      <thead>
        <tr>
          <th>{WAREHOUSE_WORDS[language].order}</th>
          <th class="num">{words.lines}</th>
          <th class="num">{words.ordered}</th>
          <th class="num">{words.issued}</th>
          <th>{words.importedAt}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ number, lines, ordered, issued, importedAt, consignees }) => (
          <tr key={number}>
            <th scope="row">
              <a href={`/warehouse/orders/${encodeURIComponent(number)}`}>{number}</a>
              <span class="soft">{FORMATS[language].list(consignees)}</span>
            </th>
            <td class="num" data-name={words.lines}>
              {figure(lines)}
            </td>
            <td class="num" data-name={words.ordered}>
              {figure(ordered)}
            </td>
            <td class="num" data-name={words.issued}>
              {figure(issued)}
            </td>
            <td data-name={words.importedAt}>{time(importedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Imports({ imports, language }: Pick<OrdersProps, 'imports' | 'language'>) {
  const words = ORDER_WORDS[language];
  return (
    <ul class="stack">
      {imports.map(({ id, at, actor_name, subject, detail }) => (
        <li key={id}>
          {words.imported(subject, Number(detail['batches'] ?? 0))}
          <div class="dots">
            <span>{FORMATS[language].time(at)}</span>
            {actor_name !== null && <span>{actor_name}</span>}
          </div>
        </li>
      ))}
    </ul>
  );
}
