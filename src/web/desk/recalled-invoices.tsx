import type { RecalledInvoice } from '../../flags/recall-reach.query.ts';
import type { Language } from '../../kernel/words.ts';
import { serialInGroups } from '../../labels/label-text.ts';
import { FORMATS } from '../design/formats.ts';
import { DESK_WORDS } from './desk-words.ts';
import type { ReachProps } from './reach-props.ts';

/** The owners who are told: by workshop, day and unit. Who they are is not the maker's to know. */
export function RecalledInvoices({ reach, language }: ReachProps) {
  const words = DESK_WORDS[language];
  const { invoices, invoiceCount, recall } = reach;
  return (
    <section class="card stack">
      <div>
        <h2>{words.invoices}</h2>
        <p class="soft">{recall.closedAt === null ? words.noticeShown : words.noticeEnded}</p>
      </div>
      {invoices.length === 0 ? (
        <p class="soft">{words.noInvoices}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.invoices}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.issuedAt}</th>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.ownerRead}</th>
              </tr>
            </thead>
            <tbody>
              {invoices.map((invoice, at) => (
                <tr key={at}>
                  <th scope="row" class="whole">
                    {invoice.workshop}
                  </th>
                  <td>{FORMATS[language].day(invoice.issuedAt)}</td>
                  <td>
                    {invoice.units.map(({ gtin, serial }) => (
                      <a key={serial} class="code whole" href={`/desk/units/${gtin}/${serial}`}>
                        {serialInGroups(serial)}
                      </a>
                    ))}
                  </td>
                  <td>{readBy(invoice, recall.openedAt, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {invoiceCount > invoices.length && <p class="soft">{words.listed(invoices.length, invoiceCount)}</p>}
    </section>
  );
}

/** Only the first opening is kept: one before the campaign says nothing about the time since. */
function readBy({ seenAt }: RecalledInvoice, openedAt: Date, language: Language): string {
  const words = DESK_WORDS[language];
  if (seenAt === null) return words.neverOpened;
  return seenAt < openedAt ? words.openedBefore : words.readNotice(FORMATS[language].time(seenAt));
}
