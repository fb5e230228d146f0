import { useState } from 'preact/hooks';
import { FORMATS } from '../../design/formats.ts';
import type { Settlement } from './contract.ts';
import { INVOICE_WORDS } from './invoice-words.ts';
import { useSurroundings } from './surroundings.tsx';

/** The invoice as it was issued, and the way for its owner to check it: to scan, to print, to send. */
export function IssuedInvoiceCard({ settlement: { url, qr, versions } }: { readonly settlement: Settlement }) {
  const { language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const format = FORMATS[language];
  const [latest] = versions;
  if (!latest) return null;
  const { number, version, issuedAt, seenAt, content, overrides } = latest;
  const money = (amount: string): string => format.money(amount, content.currency);
  return (
    <section class="card stack paper">
      <div>
        <h2>{number}</h2>
        <p class="soft">{format.list([words.version(version), format.time(issuedAt)])}</p>
        <p class="soft">{seenAt === null ? words.notSeen : words.seen(format.time(seenAt))}</p>
      </div>
      <dl class="sums">
        {content.lines.map(({ line, name, partNumber, quantity, amount }) => (
          <Sum
            key={line}
            name={`${name?.[language] ?? partNumber} × ${format.number(quantity)}`}
            value={money(amount)}
          />
        ))}
        {content.labour.map(({ description, amount }, at) => (
          <Sum key={`labour ${at}`} name={description} value={money(amount)} />
        ))}
        <Sum name={words.total} value={money(content.totals.total)} />
      </dl>
      {overrides.length > 0 && (
        <div>
          <h3>{words.passed}</h3>
          {overrides.map(({ rule, reason }) => (
            <p key={rule}>
              {rule}: {reason}
            </p>
          ))}
        </div>
      )}
      <div class="owner-link">
        <img src={`data:image/svg+xml,${encodeURIComponent(qr)}`} alt={words.ownerLink} width="200" height="200" />
        <p>{words.scanThis}</p>
        <a href={url} class="code">
          {url}
        </a>
      </div>
      <LinkTools url={url} />
    </section>
  );
}

function Sum({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function LinkTools({ url }: { readonly url: string }) {
  const { language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const [isCopied, setCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard?.writeText(url).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="choices act">
      <button type="button" class="main" onClick={() => print()}>
        {words.print}
      </button>
      <button type="button" onClick={copy}>
        {isCopied ? words.copied : words.copy}
      </button>
    </div>
  );
}
