import type { Ratio } from '../catalogue/supersession.ts';
import type { InvoiceEvidence, LineFacts, OrderFacts, PayType } from '../flags/evidence.ts';
import type { Finding } from '../flags/rule.ts';
import { contentHash } from '../kernel/canonical-json.ts';
import { fromCents, toCents, type Money } from '../kernel/money.ts';
import type { InvoiceDto, InvoiceLineDto } from './invoice.dto.ts';
import { standing, type LineLedger, type RecordedFitting } from './line-ledger.query.ts';

/** What is known beside the order and the bill. */
export interface BesideTheBill extends Pick<InvoiceEvidence, 'now' | 'previous' | 'vehicle' | 'warrantyRepair'> {
  /** Of the part numbers that are billed, where a catalogue has them. */
  readonly listPrices: ReadonlyMap<string, Money>;
}

/** What a workshop wants to bill, beside what was requested, approved, issued, fitted and returned. */
export function invoiceEvidence(
  order: OrderFacts,
  ledgers: readonly LineLedger[],
  draft: InvoiceDto,
  { listPrices, ...beside }: BesideTheBill,
): InvoiceEvidence {
  const ledgerOf = new Map(ledgers.map((ledger) => [ledger.line, ledger]));
  const billedOf = new Map(draft.lines.map((line) => [line.line, line]));
  return {
    ...beside,
    order,
    odometerOut: draft.odometerOut ?? null,
    lines: order.lines.map((line) => lineFacts(line, ledgerOf.get(line.line), billedOf.get(line.line), listPrices)),
    strangers: draft.lines
      .filter((billed) => !order.lines.some((line) => line.line === billed.line))
      .map(({ line, partNumber, quantity }) => ({ line, partNumber, quantity })),
    hash: billHash(draft),
  };
}

function lineFacts(
  line: LineFacts,
  ledger: LineLedger | undefined,
  billed: InvoiceLineDto | undefined,
  listPrices: ReadonlyMap<string, Money>,
): InvoiceEvidence['lines'][number] {
  return {
    line,
    issued: ledger?.issued ?? 0,
    fitted: ledger?.fitted ?? 0,
    removed: ledger?.removed ?? 0,
    returned: ledger?.returned ?? 0,
    ratio: ledger ? ratioUsed(standing(ledger)) : null,
    fittings: ledger ? standing(ledger).map(fittingFacts) : [],
    oldPartsOpen: ledger ? ledger.fittings.filter(isOldPartOpen).length : 0,
    billed: billed
      ? {
          partNumber: billed.partNumber,
          category: billed.category,
          quantity: billed.quantity,
          unitPrice: billed.unitPrice,
          listPrice: listPrices.get(billed.partNumber) ?? null,
          serials: billed.units ?? null,
        }
      : null,
  };
}

/** Two pieces of the new part may do the work of one of the old: then more are rightly fitted than were asked for. */
function ratioUsed(fittings: readonly RecordedFitting[]): Ratio | null {
  const path = fittings.map((fitting) => fitting.supersession).find((each) => each?.kind === 'forward');
  return path?.kind === 'forward' ? path.ratio : null;
}

/** Also of a part that came out again: what was in the car before it still came out. */
const isOldPartOpen = ({ undoneAt, oldPart }: RecordedFitting): boolean => undoneAt === null && oldPart === null;

const fittingFacts = (fitting: RecordedFitting): InvoiceEvidence['lines'][number]['fittings'][number] => ({
  serial: fitting.serial,
  partNumber: fitting.partNumber,
  hasUnit: fitting.unitId !== null,
  category: fitting.category,
  withoutCodeReason: fitting.withoutCodeReason,
  position: fitting.position,
});

/** The hash of what the owner is charged for: the same bill sent again has it again, whoever overrides what. */
export const billHash = ({ number, odometerOut, lines, labour }: InvoiceDto): string =>
  contentHash({
    number,
    odometerOut,
    lines: [...lines].sort((a, b) => a.line - b.line).map(({ units: _, ...line }) => line),
    labour: labour ?? [],
  });

export interface Override {
  readonly rule: string;
  readonly line: number | null;
  readonly reason: string;
}

/** What still stands in the way: level 4 that nobody answered for, and level 5 whoever answers. R25 tells of what is done. */
export function blocking(found: readonly Finding[], overrides: readonly Override[]): Finding[] {
  return found.filter((finding) => {
    if (finding.level < 4 || finding.rule === 'R25') return false;
    return finding.level === 5 || !overrides.some((override) => answers(override, finding));
  });
}

export const answers = (override: Override, finding: Pick<Finding, 'rule' | 'line'>): boolean =>
  override.rule === finding.rule && (override.line === null || override.line === finding.line);

export interface Totals {
  readonly material: Money;
  readonly labour: Money;
  readonly total: Money;
}

/** What the owner pays for one line. What the maker, an insurer or the workshop pays is settled between those, and stands in no bill of the owner's. */
export const amountOf = ({ unitPrice, quantity }: Pick<InvoiceLineDto, 'unitPrice' | 'quantity'>, by: PayType): Money =>
  fromCents(by === 'customer' ? toCents(unitPrice) * BigInt(quantity) : 0n);

interface Priced {
  readonly amount: Money;
}

/** Labour and material apart, as the settlement list must show them. */
export function totalsOf(bill: { readonly lines: readonly Priced[]; readonly labour: readonly Priced[] }): Totals {
  const [material, labour] = [sumOf(bill.lines), sumOf(bill.labour)];
  return { material: fromCents(material), labour: fromCents(labour), total: fromCents(material + labour) };
}

const sumOf = (items: readonly Priced[]): bigint => items.reduce((sum, { amount }) => sum + toCents(amount), 0n);

export type LineOutcome = 'consistent' | 'caution' | 'suspect';

/** How one billed line stands, from the findings that name it. */
export function lineOutcome(found: readonly Finding[], line: number): LineOutcome {
  const worst = Math.max(0, ...found.filter((finding) => finding.line === line).map((finding) => finding.level));
  return worst >= 5 ? 'suspect' : worst >= 3 ? 'caution' : 'consistent';
}
