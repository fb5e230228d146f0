import type { PartDto } from '../../catalogue/part.dto.ts';
import { PART_CLASSES, SUPPLIED_AS, TRACKINGS } from '../../catalogue/part.ts';
import type { Language } from '../../kernel/words.ts';
import { Select, Text } from '../design/fields.tsx';
import { FORMATS } from '../design/formats.ts';
import { MAKER_WORDS, PART_CLASS, SUPPLIED, TRACKING } from './maker-words.ts';
import { partAddress } from './part-address.ts';

interface FormProps {
  readonly language: Language;
  /** The part as it is; a new one has none. */
  readonly part?: PartDto;
}

/** A part's own data. A number that is left empty says nothing. */
export function PartForm({ part, language }: FormProps) {
  const words = MAKER_WORDS[language];
  return (
    <form class="fields" method="post" action={part === undefined ? '/maker/new' : partAddress(part.partNumber)}>
      <input type="hidden" name="version" value={part?.version ?? 0} />
      {part === undefined && <Text label={words.partNumber} name="partNumber" most={60} required />}
      <Text label={words.nameZh} name="nameZh" value={part?.name.zh} most={200} required />
      <Text label={words.nameEn} name="nameEn" value={part?.name.en} most={200} required />
      <Select label={words.class} name="class" choices={of(PART_CLASSES, PART_CLASS[language])} value={part?.class} />
      <Select
        label={words.tracking}
        name="tracking"
        choices={of(TRACKINGS, TRACKING[language])}
        value={part?.tracking}
      />
      <Select
        label={words.suppliedAs}
        name="suppliedAs"
        choices={of(SUPPLIED_AS, SUPPLIED[language])}
        value={part?.suppliedAs}
      />
      {part === undefined && <PriceFields language={language} />}
      {(part?.isGtinAllocated ?? true) && (
        <Text
          label={part === undefined ? words.newGtin : words.ownGtin}
          name="gtin"
          most={14}
          pattern="\d{14}"
          inputmode="numeric"
        />
      )}
      <Text label={words.models} name="models" value={part && FORMATS[language].list(part.models)} most={10_000} />
      <Amount label={words.perVehicle} name="quantityPerVehicle" value={part?.quantityPerVehicle} />
      <Amount label={words.warrantyMonths} name="warrantyMonths" value={part?.warrantyMonths} />
      <Amount label={words.warrantyKm} name="warrantyKm" value={part?.warrantyKm} />
      <Amount label={words.shelfLifeDays} name="shelfLifeDays" value={part?.shelfLifeDays} />
      <div>
        <label class="choice">
          <input type="checkbox" name="isActive" checked={part?.isActive ?? true} />
          {words.active}
        </label>
        <p class="soft">{words.activeMeans}</p>
      </div>
      <button class="main">{words.save}</button>
    </form>
  );
}

interface PriceProps {
  readonly language: Language;
  readonly price?: Pick<PartDto, 'listPrice' | 'currency'>;
}

export function PriceFields({ language, price }: PriceProps) {
  const words = MAKER_WORDS[language];
  return (
    <>
      <Text
        label={words.listPrice}
        name="listPrice"
        value={price?.listPrice}
        most={13}
        pattern="\d{1,10}(\.\d{1,2})?"
        inputmode="decimal"
        required
      />
      <Text
        label={words.currency}
        name="currency"
        value={price?.currency ?? 'CNY'}
        most={3}
        pattern="[A-Z]{3}"
        required
      />
    </>
  );
}

interface AmountProps {
  readonly label: string;
  readonly name: string;
  readonly value: number | null | undefined;
}

function Amount({ label, name, value }: AmountProps) {
  const text = value === null || value === undefined ? undefined : String(value);
  return <Text label={label} name={name} value={text} most={10} pattern="\d{1,10}" inputmode="numeric" />;
}

/** In the order of the trade, which an object's keys need not keep. */
const of = <Name extends string>(names: readonly Name[], words: Readonly<Record<Name, string>>) =>
  Object.fromEntries(names.map((name) => [name, words[name]]));
