import type { CartonRow } from '../../distribution/cartons.query.ts';
import { barCodeSvg } from '../../distribution/sscc-bar-code.ts';
import type { Language } from '../../kernel/words.ts';
import { SHIPPING_WORDS } from './shipping-words.ts';
import { WAREHOUSE_WORDS } from './warehouse-words.ts';

interface CartonLabelProps {
  readonly carton: CartonRow;
  readonly language: Language;
}

/** What is stuck on the carton. Printing the page prints it in the size that GS1 asks for. */
export function CartonLabel({ carton: { sscc, organisation, units }, language }: CartonLabelProps) {
  const parts = [...new Set(units.map(({ partNumber }) => partNumber))];
  const picture = `data:image/svg+xml,${encodeURIComponent(barCodeSvg(sscc))}`;
  return (
    <section class="card carton-label">
      <p>{organisation.name[language]}</p>
      <img src={picture} alt={SHIPPING_WORDS[language].cartonTitle(sscc)} width={528} height={180} />
      <p class="code">(00) {sscc}</p>
      <p class="soft">
        {WAREHOUSE_WORDS[language].units(String(units.length))}
        {parts.length > 0 && ` · ${parts.slice(0, 4).join(', ')}${parts.length > 4 ? ' …' : ''}`}
      </p>
    </section>
  );
}
