import type { OwnerLine } from '../../feedback/owner-invoice.ts';
import { nameIn } from '../design/names.ts';
import { Fact } from './facts.tsx';
import type { InvoiceView, Telling } from './invoice-view.ts';
import { CATEGORY, CHANNEL } from './part-words.ts';

interface WayProps {
  readonly line: OwnerLine;
  readonly view: InvoiceView;
  readonly telling: Telling;
}

/**
 * Requested → approved → fitted → billed: how many pieces at each step, and what else the step has to tell. A number that is
 * not the one before it stands out, and so does another part or class.
 */
export function LineWay({ line, view, telling }: WayProps) {
  const { language } = view.request;
  const { words, formats } = telling;
  const { requested, approved, fitted, quantity } = line;
  const pieces = (count: number) => <b>{words.pieces(formats.number(count))}</b>;
  const other = (step: Billed, before: Billed) =>
    step.partNumber === before.partNumber && step.category === before.category
      ? null
      : `${CATEGORY[language][step.category]} ${step.partNumber}`;
  return (
    <dl class="facts way">
      <Fact name={words.requested}>
        {pieces(requested.quantity)} {other(requested, approved ?? line)}
      </Fact>
      <Fact name={words.approved} isOff={approved?.quantity !== requested.quantity}>
        {approved === null ? (
          words.notApproved
        ) : (
          <>
            {pieces(approved.quantity)}{' '}
            {formats.list([other(approved, line), approvalWords(approved, CHANNEL[language], telling)])}
          </>
        )}
      </Fact>
      <Fact name={words.fitted} isOff={fitted !== (approved ?? requested).quantity}>
        {pieces(fitted)} {fittingWords(line, telling)}
      </Fact>
      <Fact name={words.billed} isOff={quantity !== fitted}>
        {pieces(quantity)}
      </Fact>
    </dl>
  );
}

type Billed = Pick<OwnerLine, 'partNumber' | 'category'>;

function approvalWords(
  { approvedAt, channel, priceCap }: NonNullable<OwnerLine['approved']>,
  channels: Readonly<Record<string, string>>,
  { words, formats, money }: Telling,
): string {
  const cap = priceCap === null ? null : words.upTo(money(priceCap));
  return formats.list([formats.day(approvedAt), nameIn(channels, channel), cap]);
}

/** When, where in the car, and whether anybody read the car’s own number; what all pieces share is told once. */
function fittingWords({ units }: OwnerLine, { words, formats }: Telling): string {
  const standing = units.filter((unit) => unit.undone === null);
  const told = standing.map(({ fittedAt, position, isVinRead }) =>
    formats.list([formats.day(fittedAt), position, isVinRead ? words.vinRead : words.vinNotRead]),
  );
  return [...new Set(told)].join('; ');
}
