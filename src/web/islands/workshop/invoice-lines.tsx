import { FORMATS } from '../../design/formats.ts';
import { type Order, wanted } from './contract.ts';
import type { DraftLabour, DraftLine } from './invoice-draft.ts';
import { INVOICE_WORDS } from './invoice-words.ts';
import { useSurroundings } from './surroundings.tsx';

const PRICE = '[0-9]{1,10}(\\.[0-9]{1,2})?';

interface InvoiceLinesProps {
  readonly order: Order;
  readonly lines: readonly DraftLine[];
  readonly onChange: (lines: readonly DraftLine[]) => void;
}

/** The parts of the order, each beside how many of it are in the car and what the maker asks for it. */
export function InvoiceLines({ order, lines, onChange }: InvoiceLinesProps) {
  const { language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const change = (line: number, part: Partial<DraftLine>): void =>
    onChange(lines.map((each) => (each.line === line ? { ...each, ...part } : each)));
  return (
    <>
      <h2>{words.lines}</h2>
      {lines.map((draft) => {
        const asked = order.lines.find(({ line }) => line === draft.line)!;
        return (
          <fieldset key={draft.line} class="card pair">
            <legend>
              {draft.line} · {asked.name?.[language] ?? draft.partNumber}
            </legend>
            <p class="soft wide">
              {FORMATS[language].list([
                draft.partNumber,
                words.fitted(draft.fitted, wanted(asked)),
                asked.listPrice && words.listPrice(FORMATS[language].money(asked.listPrice, 'CNY')),
                asked.payType === 'customer' ? null : words.notOwner,
              ])}
            </p>
            <label class="choice wide">
              <input
                type="checkbox"
                checked={draft.isBilled}
                onChange={({ currentTarget }) => change(draft.line, { isBilled: currentTarget.checked })}
              />
              {words.bill}
            </label>
            {draft.isBilled && (
              <>
                <label>
                  <span>{words.quantity}</span>
                  <input
                    value={draft.quantity}
                    inputmode="numeric"
                    pattern="[1-9][0-9]{0,2}"
                    required
                    onInput={({ currentTarget }) => change(draft.line, { quantity: currentTarget.value })}
                  />
                </label>
                <label>
                  <span>{words.unitPrice}</span>
                  <input
                    value={draft.unitPrice}
                    inputmode="decimal"
                    pattern={PRICE}
                    required
                    onInput={({ currentTarget }) => change(draft.line, { unitPrice: currentTarget.value })}
                  />
                </label>
              </>
            )}
          </fieldset>
        );
      })}
    </>
  );
}

interface LabourLinesProps {
  readonly labour: readonly DraftLabour[];
  readonly onChange: (labour: readonly DraftLabour[]) => void;
}

/** Labour stands apart from material, as the law asks. */
export function LabourLines({ labour, onChange }: LabourLinesProps) {
  const { language } = useSurroundings();
  const words = INVOICE_WORDS[language];
  const change = (at: number, part: Partial<DraftLabour>): void =>
    onChange(labour.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      <h2>{words.labour}</h2>
      {labour.map(({ description, amount }, at) => (
        <fieldset key={at} class="card pair">
          <legend class="unseen">
            {words.labour} {at + 1}
          </legend>
          <label>
            <span>{words.labourWhat}</span>
            <input
              value={description}
              maxlength={200}
              onInput={({ currentTarget }) => change(at, { description: currentTarget.value })}
            />
          </label>
          <label>
            <span>{words.amount}</span>
            <input
              value={amount}
              inputmode="decimal"
              pattern={PRICE}
              required={description !== ''}
              onInput={({ currentTarget }) => change(at, { amount: currentTarget.value })}
            />
          </label>
        </fieldset>
      ))}
      <button type="button" onClick={() => onChange([...labour, { description: '', amount: '' }])}>
        {words.addLabour}
      </button>
    </>
  );
}
