import type { ShipmentLine } from './contract.ts';
import { count, type Tally } from './tally.ts';

const ORIGIN = 'https://parts.example.com';
const HERE = '7Q3K9D0A2FXM';
const STRANGER = '7Q3K9D0A2FXN';
const GONE = '7Q3K9D0A2FXP';

const line = (serial: string, outcome: ShipmentLine['outcome']): ShipmentLine => ({
  gtin: '09521234100003',
  serial,
  partNumber: 'CH-04465-02250',
  name: { zh: '', en: '' },
  outcome,
});
const EXPECTED = [line(HERE, 'in_transit'), line(GONE, 'received')];
const link = (serial: string): string => `${ORIGIN}/01/09521234100003/21/${serial}`;

const before: Tally = [{ code: link(HERE), serial: HERE, isExpected: true }];

test.each([
  { name: 'one that was sent', tally: [], code: link(HERE), told: 'ticked', size: 1 },
  { name: 'its serial typed, in groups', tally: [], code: '7q3k 9d0a 2fxm', told: 'ticked', size: 1 },
  {
    name: 'the same label again, in other letters',
    tally: before,
    code: link(HERE).toLowerCase(),
    told: 'twice',
    size: 1,
  },
  { name: 'one that is not in the list', tally: before, code: link(STRANGER), told: 'over', size: 2 },
  { name: 'one that was received before', tally: [], code: link(GONE), told: 'over', size: 1 },
  { name: 'half a label', tally: before, code: link(HERE).slice(0, 40), told: 'unreadable', size: 1 },
] as const)('$name: $told', ({ tally, code, told, size }) => {
  const counted = count(tally, code, EXPECTED, ORIGIN);
  expect(counted.told).toBe(told);
  expect(counted.tally).toHaveLength(size);
});

test('what a person chooses to send needs no list', () =>
  expect(count([], link(STRANGER), 'anything', ORIGIN)).toMatchObject({
    told: 'ticked',
    tally: [{ serial: STRANGER }],
  }));
