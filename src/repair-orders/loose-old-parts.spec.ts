import type { UnitId } from '../kernel/identifiers.ts';
import type { RecordedFitting } from './line-ledger.query.ts';
import { withLooseOldParts, type LooseOldPart } from './loose-old-parts.ts';

const unit = (id: string) => id as UnitId;
const fitting = (id: string, more: Partial<RecordedFitting> = {}): RecordedFitting =>
  ({ id, unitId: unit(id), undoneAt: null, isRemovedHere: false, oldPart: null, ...more }) as RecordedFitting;
const loose = (id: string, more: Partial<LooseOldPart> = {}): LooseOldPart => ({
  id,
  unitId: unit(id),
  outcome: 'waived',
  note: null,
  serial: null,
  photos: [],
  ...more,
});
const told = { id: 'told', outcome: 'with_owner', note: null, serial: null, photos: [] };

test.each([
  { name: 'what came out is what went in replaced', fittings: [fitting('A')], loose: [loose('O')], found: ['O'] },
  { name: 'nothing came out', fittings: [fitting('A')], loose: [], found: [null] },
  {
    name: 'one counts once',
    fittings: [fitting('A'), fitting('B')],
    loose: [loose('O')],
    found: ['O', null],
  },
  {
    name: 'what was told of a fitting stays',
    fittings: [fitting('A', { oldPart: told }), fitting('B')],
    loose: [loose('O')],
    found: ['told', 'O'],
  },
  {
    name: 'an undone fitting replaced nothing',
    fittings: [fitting('A', { undoneAt: 'x' })],
    loose: [loose('O')],
    found: [null],
  },
  {
    name: 'a bad new part is the old part of the next',
    fittings: [fitting('A', { isRemovedHere: true, oldPart: told }), fitting('B')],
    loose: [loose('A')],
    found: ['told', 'A'],
  },
  {
    name: 'and not of itself',
    fittings: [fitting('A', { isRemovedHere: true })],
    loose: [loose('A')],
    found: [null],
  },
  {
    name: 'nor where it bears no code',
    fittings: [fitting('A', { isRemovedHere: true, unitId: null })],
    loose: [loose('A', { unitId: null })],
    found: [null],
  },
])('$name', ({ fittings, loose: parts, found }) =>
  expect(withLooseOldParts(fittings, parts).map(({ oldPart }) => oldPart?.id ?? null)).toEqual(found),
);
