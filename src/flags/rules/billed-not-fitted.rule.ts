import type { InvoiceEvidence, InvoiceLineFacts } from '../evidence.ts';
import type { FactValue, Hit, Level } from '../rule.ts';
import { rule } from '../rule.ts';

interface Counted {
  readonly [name: string]: FactValue;
  readonly partNumber: string;
  readonly billed: number;
  readonly fitted: number;
}
interface Named {
  readonly [name: string]: FactValue;
  readonly partNumber: string;
  /** Serials on the bill that no standing fitting of the line has. */
  readonly units: readonly string[];
}

type Overbilled = Counted | Named;

/**
 * Small parts that nobody tracks leave no fitting record, so only serial- and lot-tracked lines are counted, and lines that are not on
 * the order, for which no fitting can exist. A unit that the bill names is looked for on every line. Once the owner has an invoice, a
 * new one that bills more is no slip before sending.
 */
export const billedNotFitted = rule({
  id: 'R09',
  name: 'BILLED_NOT_FITTED',
  level: 4,
  subject: 'order',
  thresholds: {},
  check({ lines, strangers, previous, hash }: InvoiceEvidence) {
    const level: Level = previous !== null && previous.hash !== hash ? 5 : 4;
    const known = lines.flatMap((each): Hit<Overbilled>[] => {
      const found = [...tooMany(each), ...notInCar(each)];
      return found.map((facts) => ({ facts, line: each.line.line, level }));
    });
    const unknown = strangers.map(({ line, partNumber, quantity }): Hit<Overbilled> => ({
      facts: { partNumber, billed: quantity, fitted: 0 },
      line,
      level,
    }));
    return [...known, ...unknown];
  },
  words: {
    staff: (facts) =>
      isNamed(facts)
        ? {
            zh: `${facts.partNumber}：开票的 ${serialsIn(facts)} 没有登记装在这一行。`,
            en: `${facts.partNumber}: ${serialsIn(facts)} billed, not recorded as fitted on this line.`,
          }
        : {
            zh: `${facts.partNumber}：开票 ${facts.billed} 件，登记装车 ${facts.fitted} 件。`,
            en: `${facts.partNumber}: ${facts.billed} billed, ${facts.fitted} recorded as fitted.`,
          },
    owner: (facts) =>
      isNamed(facts)
        ? {
            zh: `账单上编号 ${serialsIn(facts)} 的零件，没有登记装在您车上。`,
            en: `The bill names part no. ${serialsIn(facts)}; the records do not show it fitted to your car.`,
          }
        : {
            zh: `账单上是 ${facts.billed} 件，登记装在您车上的是 ${facts.fitted} 件。`,
            en: `The bill says ${facts.billed}; the records show ${facts.fitted} fitted to your car.`,
          },
    next: (facts) =>
      isNamed(facts)
        ? {
            zh: '按登记装车的零件开票：改正编号，或者不填编号。',
            en: 'Bill the units that were recorded as fitted: put the serials right, or leave them out.',
          }
        : {
            zh: '把已装的零件补登装车，或把开票数量改为实装数量。',
            en: 'Record what was fitted, or bill only as many as were.',
          },
  },
});

function tooMany({ line, billed, fitted }: InvoiceLineFacts): Counted[] {
  const isTracked = line.tracking === 'serial' || line.tracking === 'lot';
  if (billed === null || !isTracked || billed.quantity <= fitted) return [];
  return [{ partNumber: billed.partNumber, billed: billed.quantity, fitted }];
}

function notInCar({ billed, fittings }: InvoiceLineFacts): Named[] {
  const inCar = new Set(fittings.map(({ serial }) => serial));
  const units = (billed?.serials ?? []).filter((serial) => !inCar.has(serial));
  return billed === null || units.length === 0 ? [] : [{ partNumber: billed.partNumber, units }];
}

const isNamed = (facts: Overbilled): facts is Named => 'units' in facts;
const serialsIn = ({ units }: Named): string => units.join(', ');
