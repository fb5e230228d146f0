import type { Shipment } from '../../distribution/shipments.query.ts';
import type { Language } from '../../kernel/words.ts';
import { Text } from '../design/fields.tsx';
import { Codes } from './packing-page.tsx';
import { SHIPMENT_KIND, SHIPPING_WORDS } from './shipping-words.ts';

interface ReceivingProps {
  readonly shipment: Shipment;
  /** Origin of the labels that are ours. */
  readonly origin: string;
  readonly language: Language;
}

/** Where a delivery is counted: alive with a script, and without one a field to scan into. */
export function ReceivingPage({ shipment, origin, language }: ReceivingProps) {
  const words = SHIPPING_WORDS[language];
  const { id, kind, from, reference } = shipment;
  const expected = shipment.units
    .filter(({ outcome }) => outcome === 'in_transit' || outcome === 'short')
    .map(({ gtin, serial, partNumber, name, sscc }) => ({ gtin, serial, partNumber, name: name[language], sscc }));
  return (
    <div class="stack">
      <div>
        <p class="soft">
          {words.receive} · {SHIPMENT_KIND[language][kind]}
        </p>
        <h1>
          {from.name[language]} {reference !== null && <span class="soft">{reference}</span>}
        </h1>
      </div>
      <div id="receiving" data-view={JSON.stringify({ id, kind, origin, expected })}>
        <form class="card fields" method="post" action={`/warehouse/shipments/${id}/receipts`}>
          <Codes
            label={kind === 'return_new' ? `${words.codes}: ${words.asNew}` : words.codes}
            name="codes"
            language={language}
            isRequired={false}
          />
          {kind === 'return_new' && (
            <>
              <Codes
                label={`${words.codes}: ${words.notAsNew}`}
                name="notAsNew"
                language={language}
                isRequired={false}
              />
              <Text label={words.note} name="note" most={500} />
            </>
          )}
          <p class="soft">{words.closing}</p>
          <button class="main">{words.takeIn}</button>
        </form>
      </div>
    </div>
  );
}
