import {
  emptyDraft,
  has,
  listObjection,
  load,
  type Piece,
  pickedOf,
  sealed,
  undo,
  unitsIn,
  wantedByPart,
  without,
} from './packing-draft.ts';

const keys = (() => {
  let next = 0;
  return () => `key ${++next}`;
})();
const piece = (serial: string, partNumber = 'CH-1'): Piece => ({
  code: serial,
  gtin: '09521234100003',
  serial,
  partNumber,
  name: 'Pads',
});
const empty = emptyDraft(keys);
const open = { ...empty, open: [] };

test('a scan goes into the carton that is open, else loose', () => {
  expect(load(empty, piece('A')).loose.map(({ serial }) => serial)).toEqual(['A']);
  expect(load(open, piece('A'))).toMatchObject({ loose: [], open: [{ serial: 'A' }] });
});

test('undo takes the last scan of the open carton first', () => {
  const draft = load({ ...load(empty, piece('A')), open: [] }, piece('B'));
  expect(undo(draft)).toMatchObject({ loose: [{ serial: 'A' }], open: [] });
  expect(undo(undo(draft))).toMatchObject({ loose: [], open: [] });
  expect(undo(empty)).toEqual(empty);
});

test('a sealed carton still counts for the list, and the next one is another', () => {
  const draft = sealed(load(open, piece('A')), '095212340000000006', keys);
  expect(draft).toMatchObject({ open: null, boxes: [{ sscc: '095212340000000006', units: 1 }] });
  expect([pickedOf(draft, 'CH-1'), unitsIn(draft)]).toEqual([1, 1]);
  expect(draft.cartonKey).not.toBe(open.cartonKey);
});

test.each([
  { name: 'no list at all', list: [], part: 'CH-9', is: null },
  { name: 'a part that is wanted', list: [{ partNumber: 'CH-1', name: '', wanted: 2 }], part: 'CH-1', is: null },
  { name: 'a part that is not', list: [{ partNumber: 'CH-1', name: '', wanted: 2 }], part: 'CH-9', is: 'notOnList' },
  { name: 'one too many', list: [{ partNumber: 'CH-1', name: '', wanted: 1 }], part: 'CH-1', is: 'lineFull' },
])('$name', ({ list, part, is }) => expect(listObjection(load(empty, piece('A')), list, part)).toBe(is));

test('two lots of one part are one line to pick', () =>
  expect(
    wantedByPart([
      { partNumber: 'CH-1', name: 'Pads', wanted: 2 },
      { partNumber: 'CH-1', name: 'Pads', wanted: 3 },
    ]),
  ).toEqual([{ partNumber: 'CH-1', name: 'Pads', wanted: 5 }]));

test('one piece is taken off wherever it lies', () => {
  const draft = load({ ...load(empty, piece('A')), open: [] }, piece('B'));
  expect(unitsIn(without(without(draft, 'A'), 'B'))).toBe(0);
  expect(has(draft, piece('B'))).toBe(true);
});
