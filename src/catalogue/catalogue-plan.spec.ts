import { readCsv } from './catalogue-csv.ts';
import { planImport, type Stored } from './catalogue-plan.ts';
import { readSheet } from './catalogue-sheet.ts';
import type { OrganisationId, PartId } from '../kernel/identifiers.ts';
import { UNSAID, type Part } from './part.ts';
import { addEdges, NO_SUPERSESSIONS, ONE_FOR_ONE, type SupersessionGraph } from './supersession.ts';

const HEADINGS = 'partNumber,nameZh,nameEn,class,tracking,listPrice,currency';
const TODAY = '2026-11-23';
const GIVEN = '09521234100003';
const OTHER = '09521234100010';

function stored(partNumber: string, changes: Partial<Part> = {}): Part {
  return {
    ...UNSAID,
    id: partNumber as PartId,
    makerId: 'CH' as OrganisationId,
    partNumber,
    nameZh: '前片',
    nameEn: 'Pads',
    class: 'safety',
    tracking: 'serial',
    listPrice: '428.00',
    currency: 'CNY',
    gtin: GIVEN,
    isGtinAllocated: false,
    version: 1,
    updatedAt: new Date(0),
    ...changes,
  };
}

const catalogueOf = (parts: readonly Part[], graph: SupersessionGraph = NO_SUPERSESSIONS): Stored => ({
  parts: new Map(parts.map((part) => [part.partNumber, part])),
  gtinHolders: new Map(parts.map((part) => [part.gtin, part.partNumber])),
  graph,
});

/** `column` and the rows' cells under it are added to sound rows of the parts named. */
function plan(column: string, cells: Case['cells'], catalogue: Stored) {
  const lines = Object.entries(cells).map(([number, cell]) => `${number},前片,Pads,safety,serial,428.00,CNY,${cell}`);
  const table = readCsv(Buffer.from([`${HEADINGS},${column}`, ...lines].join('\n')));
  return planImport(readSheet(table, '9521234'), catalogue, TODAY);
}

const summary = ({ creates, updates, unchanged, faults, notes }: ReturnType<typeof plan>) => ({
  creates: creates.map((part) => part.partNumber),
  updates: updates.map(({ after }) => after.partNumber),
  unchanged,
  faults: faults.map(({ row, code }) => `${row} ${code}`),
  notes: notes.map(({ row, code }) => `${row} ${code}`),
});
const NOTHING = { creates: [], updates: [], unchanged: 0, faults: [], notes: [] };
/** Cells by part number: the file's rows. `added`: the relations, where the file may be imported. */
interface Case {
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
  readonly is: Partial<ReturnType<typeof summary>>;
}

test.each<Case & { column: string }>([
  { name: 'a new part', column: 'models', cells: { 'CH-9': 'E300' }, is: { creates: ['CH-9'] } },
  { name: 'a change', column: 'models', cells: { 'CH-1': 'E300' }, is: { updates: ['CH-1'] } },
  { name: 'nothing new', column: 'models', cells: { 'CH-1': '' }, is: { unchanged: 1 } },
  { name: 'a column that is not there changes nothing', column: '备注', cells: { 'CH-1': 'x' }, is: { unchanged: 1 } },
  { name: 'a blank GTIN keeps the one there is', column: 'gtin', cells: { 'CH-1': '' }, is: { unchanged: 1 } },
  { name: 'the same GTIN', column: 'gtin', cells: { 'CH-1': GIVEN }, is: { unchanged: 1 } },
  { name: "another part's GTIN", column: 'gtin', cells: { 'CH-2': GIVEN }, is: { faults: ['2 GTIN_TAKEN'] } },
  { name: 'a changed GTIN', column: 'gtin', cells: { 'CH-1': OTHER }, is: { faults: ['2 GTIN_FOR_LIFE'] } },
])('$name', ({ column, cells, is }) => {
  const catalogue = catalogueOf([stored('CH-1', { models: [] })]);
  const { notes: _, ...told } = summary(plan(column, cells, catalogue));
  expect({ ...told, notes: [] }).toEqual({ ...NOTHING, ...is });
});

test.each<Case>([
  { name: 'a known part', cells: { 'CH-1': '2027-01-01' }, is: { updates: ['CH-1'] } },
  { name: 'a known part, today', cells: { 'CH-1': TODAY }, is: { updates: ['CH-1'] } },
  { name: 'a known part, blank for today', cells: { 'CH-1': '' }, is: { updates: ['CH-1'] } },
  { name: 'a known part in the past', cells: { 'CH-1': '2026-11-22' }, is: { faults: ['2 PRICE_IN_PAST'] } },
  { name: 'the price that is in force', cells: { 'CH-2': '2026-11-22' }, is: { unchanged: 1 } },
  { name: 'the price that will be in force', cells: { 'CH-2': '2027-01-01' }, is: { unchanged: 1 } },
  { name: 'a new part', cells: { 'CH-9': '2027-01-01' }, is: { faults: ['2 FIRST_PRICE_LATER'] } },
  { name: 'a new part in the past', cells: { 'CH-9': '2026-11-22' }, is: { creates: ['CH-9'] } },
])('a day is named for the price of $name', ({ cells, is }) => {
  const catalogue = catalogueOf([stored('CH-1', { listPrice: '400.00' }), stored('CH-2', { gtin: OTHER })]);
  expect(summary(plan('priceValidFrom', cells, catalogue))).toEqual({ ...NOTHING, ...is });
});

test('what a file does not speak of stays as it is', () => {
  const catalogue = catalogueOf([stored('CH-1', { warrantyKm: 50_000, isActive: false })]);
  const [update] = plan('models', { 'CH-1': 'E300' }, catalogue).updates;
  expect(update!.after).toMatchObject({ models: ['E300'], warrantyKm: 50_000, isActive: false, gtin: GIVEN });
});

test("a GTIN that we allocated gives way to the maker's own", () => {
  const catalogue = catalogueOf([stored('CH-1', { isGtinAllocated: true })]);
  const planned = plan('gtin', { 'CH-1': OTHER }, catalogue);
  expect(summary(planned)).toEqual({ ...NOTHING, updates: ['CH-1'], notes: ['2 GTIN_REPLACED'] });
  expect(planned.updates[0]!.after.gtin).toBe(OTHER);
});

describe('supersession', () => {
  const relation = { oldPart: 'CH-0', newPart: 'CH-1', kind: 'one_way', validFrom: null, validTo: null } as const;
  const chain = addEdges(NO_SUPERSESSIONS, [{ ...relation, ratio: ONE_FOR_ONE }]).graph;
  const catalogue = catalogueOf([stored('CH-1'), stored('CH-0', { gtin: OTHER })], chain);

  test.each<Case & { added: readonly string[] | null }>([
    { name: 'of a part in the catalogue', cells: { 'CH-9': 'CH-1' }, added: ['CH-1 CH-9'], is: { creates: ['CH-9'] } },
    {
      name: 'of a part in the file',
      cells: { 'CH-8': '', 'CH-9': 'CH-8' },
      added: ['CH-8 CH-9'],
      is: { creates: ['CH-8', 'CH-9'] },
    },
    {
      name: 'of a part further down',
      cells: { 'CH-9': 'CH-8', 'CH-8': '' },
      added: ['CH-8 CH-9'],
      is: { creates: ['CH-9', 'CH-8'] },
    },
    { name: 'that is known already', cells: { 'CH-1': 'CH-0' }, added: [], is: { unchanged: 1 } },
    { name: 'that an unspoken cell leaves alone', cells: { 'CH-1': '' }, added: [], is: { unchanged: 1 } },
    {
      name: 'that is new makes a change',
      cells: { 'CH-0': '', 'CH-9': 'CH-0' },
      added: ['CH-0 CH-9'],
      is: { creates: ['CH-9'], unchanged: 1 },
    },
    { name: 'of a stranger', cells: { 'CH-9': 'CH-77' }, added: [], is: { faults: ['2 SUPERSEDED_UNKNOWN'] } },
    { name: 'of itself', cells: { 'CH-1': 'CH-1' }, added: null, is: { faults: ['2 SUPERSESSION_RING'] } },
    { name: 'turned round', cells: { 'CH-0': 'CH-1' }, added: null, is: { faults: ['2 SUPERSESSION_RING'] } },
    {
      name: 'in a ring within the file',
      cells: { 'CH-8': 'CH-9', 'CH-9': 'CH-8' },
      added: null,
      is: { creates: ['CH-8'], faults: ['3 SUPERSESSION_RING'] },
    },
  ])('$name', ({ cells, added, is }) => {
    const planned = plan('supersedes', cells, catalogue);
    expect(summary(planned)).toEqual({ ...NOTHING, ...is });
    if (added) expect(planned.supersessions.map(({ oldPart, newPart }) => `${oldPart} ${newPart}`)).toEqual(added);
  });
});
