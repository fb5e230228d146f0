import type { FittingEvidence } from '../evidence.ts';
import type { Hit } from '../rule.ts';
import { rule } from '../rule.ts';
import { asPlace } from './position.ts';
import { inNewPieces } from './replacement.ts';

interface Conflict {
  readonly [name: string]: string | number | null;
  readonly position: string | null;
  readonly fitted: number;
  /** How many of this part a vehicle holds, where the count is what speaks against it. */
  readonly holds: number | null;
}

/** A car has one place at a position, and only so many in all. */
export const positionConflict = rule({
  id: 'R20',
  name: 'POSITION_CONFLICT',
  level: 4,
  subject: 'step',
  thresholds: {},
  check(evidence: FittingEvidence): Hit<Conflict> | null {
    const { attempt, line } = evidence;
    const fitted = evidence.occupied.reduce((sum, { quantity }) => sum + quantity, attempt.quantity);
    if (isOccupied(evidence)) return { facts: { position: attempt.position, fitted, holds: null }, line: line.line };
    const holds = piecesPerVehicle(evidence);
    return holds !== null && fitted > holds
      ? { facts: { position: attempt.position, fitted, holds }, line: line.line }
      : null;
  },
  words: {
    staff: ({ position, fitted, holds }) =>
      holds === null
        ? {
            zh: `位置「${position}」在这张工单上已经装了一个同样的零件。`,
            en: `The same part is already fitted at “${position}” on this order.`,
          }
        : {
            zh: `一辆车只装 ${holds} 个，这次是第 ${fitted} 个。`,
            en: `A vehicle holds ${holds} of this part; this would make ${fitted}.`,
          },
    owner: ({ holds }) =>
      holds === null
        ? {
            zh: '同一个位置登记了两次更换。',
            en: 'A replacement was recorded twice for the same position.',
          }
        : {
            zh: `登记的更换数量多于您的车所装的数量（${holds} 个）。`,
            en: `More replacements were recorded than your car has of this part (${holds}).`,
          },
    next: () => ({
      zh: '核对安装位置和数量；之前登记有误的，请主管撤销那一条。',
      en: 'Check position and quantity. If the earlier fitting is wrong, have a supervisor undo it.',
    }),
  },
});

function isOccupied({ attempt, line, occupied }: FittingEvidence): boolean {
  const place = asPlace(attempt.position);
  if (place === '') return false;
  // "front", said by a line of two discs, names an area and not a seat: both go there.
  const isArea = line.quantity > 1 && place === asPlace(line.position);
  return occupied.some((other) => asPlace(other.position) === place && !(isArea && other.line === line.line));
}

/** Bottles of a fluid and gaskets are used up as needed: only what carries a serial has its counted places. */
function piecesPerVehicle({ line, scan }: FittingEvidence): number | null {
  if (line.tracking !== 'serial') return null;
  const { quantityPerVehicle } = line;
  const ratio = scan?.supersession?.kind === 'forward' ? scan.supersession.ratio : null;
  if (quantityPerVehicle === null || ratio === null) return quantityPerVehicle;
  return inNewPieces(quantityPerVehicle, ratio);
}
