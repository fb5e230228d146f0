import { coverWords, tellingOf, type InvoiceView } from './invoice-view.ts';

/** What is to be paid, labour and material apart, as a settlement list must show them. */
export function Settlement({ view }: { readonly view: InvoiceView }) {
  const { words, formats, money } = tellingOf(view);
  const { labour, totals } = view.invoice;
  return (
    <section class="card">
      <table>
        <caption>{words.settlement}</caption>
        <tbody>
          <tr>
            <th scope="row">{words.material}</th>
            <td>{money(totals.material)}</td>
          </tr>
          <tr>
            <th scope="row">{words.labour}</th>
            <td>{money(totals.labour)}</td>
          </tr>
          {labour.map(({ description, hours, amount }) => (
            <tr class="part soft" key={description}>
              <th scope="row">
                {description} {hours !== null && words.hours(formats.number(hours))}
              </th>
              <td>{money(amount)}</td>
            </tr>
          ))}
          <tr class="total">
            <th scope="row">{words.total}</th>
            <td>{money(totals.total)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** What holds for the whole repair: its guarantee, and who has looked the parts up. */
export function Afterwards({ view }: { readonly view: InvoiceView }) {
  const telling = tellingOf(view);
  const { words, formats } = telling;
  const { guarantee, sanbao, claims } = view.invoice;
  return (
    <section class="card stack">
      {guarantee && (
        <div>
          <h2>{words.guarantee}</h2>
          <p>{words.guaranteeTerms(formats.number(guarantee.days), formats.kilometres(guarantee.km))}</p>
          <p class="soft">{coverWords(guarantee, telling)}</p>
        </div>
      )}
      {sanbao && (
        <div>
          <h2>{words.sanbao}</h2>
          <p>{words.sanbaoMeans(formats.number(sanbao.withinMonths))}</p>
          <ul>
            {sanbaoWords(view).map((counter) => (
              <li key={counter}>{counter}</li>
            ))}
          </ul>
        </div>
      )}
      {claims.issuedByMaker.of > 0 && (
        <div>
          <h2>{words.checks}</h2>
          <p>{checksWords(view)}</p>
        </div>
      )}
    </section>
  );
}

/** How often the codes of the bill were looked up, calmly. */
export function checksWords(view: InvoiceView): string {
  const { words, formats } = tellingOf(view);
  const { count, firstAt } = view.invoice.checks;
  return count === 0 || firstAt === null ? words.checksNone : words.checksSome(count, formats.day(firstAt));
}

/** How far each counter has come; nothing where the maker paid for nothing. */
export function sanbaoWords(view: InvoiceView): string[] {
  const { words } = tellingOf(view);
  const told = { mainPart: words.sanbaoMainPart, fault: words.sanbaoFault, days: words.sanbaoDays };
  return (view.invoice.sanbao?.counters ?? []).map(({ what, of, count, limit }) => told[what](of, count, limit));
}
