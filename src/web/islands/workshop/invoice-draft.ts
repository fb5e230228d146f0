import { type LineCategory, type Order, type OrderLine, type Settlement, standing } from './contract.ts';

/** One line of the form, as the fields hold it. */
export interface DraftLine {
  readonly line: number;
  readonly partNumber: string;
  readonly category: LineCategory;
  readonly fitted: number;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly isBilled: boolean;
}

export interface DraftLabour {
  readonly description: string;
  readonly amount: string;
}

export interface Draft {
  readonly number: string;
  readonly odometerOut: string;
  readonly lines: readonly DraftLine[];
  readonly labour: readonly DraftLabour[];
}

/** What the records suggest: every line as it was fitted, at its quoted price. Or the version that is to be changed. */
export function draftOf(order: Order, before: Settlement | null): Draft {
  const latest = before?.versions[0];
  return {
    number: latest?.number ?? '',
    odometerOut: String(latest?.content.odometerOut ?? order.odometerOut ?? ''),
    lines: order.lines.map((line) => draftLine(line, latest)),
    labour: latest?.content.labour.map(({ description, amount }) => ({ description, amount })) ?? [],
  };
}

function draftLine(line: OrderLine, latest: Settlement['versions'][number] | undefined): DraftLine {
  const billed = latest?.content.lines.find((each) => each.line === line.line);
  return {
    line: line.line,
    // What is in the car is what is billed, also where it replaced the number that was asked for.
    partNumber: billed?.partNumber ?? standing(line)[0]?.partNumber ?? line.partNumber,
    category: line.category,
    fitted: line.fitted,
    quantity: String(billed?.quantity ?? line.fitted),
    unitPrice: billed?.unitPrice ?? line.unitPrice ?? (line.payType === 'customer' ? '' : '0.00'),
    // Also what a warranty pays: on the bill the owner reads that it was fitted, and the total leaves it out.
    isBilled: latest === undefined ? line.fitted > 0 : billed !== undefined,
  };
}

/** The body of `POST …/invoice`. */
export function invoiceOf(draft: Draft, overrides: Readonly<Record<string, string>>): object {
  const given = Object.entries(overrides).filter(([, reason]) => reason.trim() !== '');
  return {
    number: draft.number.trim(),
    ...(draft.odometerOut.trim() !== '' && { odometerOut: Number(draft.odometerOut) }),
    lines: draft.lines
      .filter(({ isBilled }) => isBilled)
      .map(({ line, partNumber, category, quantity, unitPrice }) => ({
        line,
        partNumber,
        category,
        quantity: Number(quantity),
        unitPrice,
      })),
    labour: draft.labour
      .filter(({ description }) => description.trim() !== '')
      .map(({ description, amount }) => ({ description: description.trim(), amount })),
    ...(given.length > 0 && { overrides: given.map(([rule, reason]) => ({ rule, reason: reason.trim() })) }),
  };
}
