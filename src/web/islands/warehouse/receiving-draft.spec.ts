import { labelText, signedText } from '../../../labels/label-text.ts';
import {
  byPart,
  count,
  type Expected,
  inspect,
  type ReceivingDraft,
  sightOf,
  tallyOf,
  undo,
} from './receiving-draft.ts';

const ORIGIN = 'https://truepart.example';
const GTIN = '09521234100003';
const CARTON = '095212340000000006';
const codeOf = (serial: string, origin = ORIGIN): string =>
  labelText(signedText(origin, { gtin: GTIN, serial }), '0000', new Uint8Array(64));
const unit = (serial: string, sscc: string | null = null): Expected => ({
  gtin: GTIN,
  serial,
  partNumber: 'CH-04465-02250',
  name: 'Pads',
  sscc,
});
const [A, B, C] = [unit('AAAAAAAAAAAA'), unit('BBBBBBBBBBBB', CARTON), unit('CCCCCCCCCCCC', CARTON)];
const expected = [A, B, C];
const empty: ReceivingDraft = { scans: [], key: 'k' };

test.each([
  { name: 'a label of this delivery', code: codeOf(A.serial), is: { kind: 'unit', units: [A], isAgain: false } },
  { name: 'its serial, typed in groups', code: 'aaaa aaaa aaaa', is: { kind: 'unit', units: [A] } },
  { name: 'a carton of this delivery', code: `00${CARTON}`, is: { kind: 'carton', units: [B, C] } },
  { name: 'as GS1-128 scanners send it', code: `]C100${CARTON}`, is: { kind: 'carton' } },
  { name: 'another carton', code: '106141411234567897', is: { kind: 'strangerCarton' } },
  { name: 'a unit that was not sent', code: codeOf('DDDDDDDDDDDD'), is: { kind: 'stranger', isForeign: false } },
  {
    name: 'a copy that leads to another host',
    code: codeOf(A.serial, 'https://truepart.evil.example'),
    is: { kind: 'stranger', isForeign: true },
  },
  { name: 'another bar code', code: '4006381333931', is: { kind: 'unreadable' } },
])('$name', ({ code, is }) => expect(sightOf(code, ORIGIN, expected, empty)).toMatchObject(is));

test('a carton counts what was not counted before', () => {
  const draft = count(count(empty, codeOf(B.serial), [B]), CARTON, [B, C]);
  expect(tallyOf(draft, expected)).toMatchObject({ received: [B, C], missing: [A], over: [] });
  expect(sightOf(codeOf(C.serial), ORIGIN, expected, draft)).toMatchObject({ isAgain: true });
});

test('undo takes back one scan, whatever it counted', () => {
  const draft = count(count(empty, codeOf(A.serial), [A]), CARTON, [B, C]);
  expect(tallyOf(undo(draft), expected).received).toEqual([A]);
});

test('what is not in the delivery is over', () => {
  const draft = count(empty, codeOf('DDDDDDDDDDDD'), []);
  expect(tallyOf(draft, expected).over).toEqual([codeOf('DDDDDDDDDDDD')]);
});

test('a return is finished when each unit was judged', () => {
  const draft = count(empty, codeOf(A.serial), [A]);
  expect(tallyOf(draft, expected).undecided).toHaveLength(1);
  expect(tallyOf(inspect(draft, codeOf(A.serial), false), expected).undecided).toEqual([]);
});

test('parts are counted', () =>
  expect(byPart(expected)).toEqual([{ partNumber: 'CH-04465-02250', name: 'Pads', units: 3 }]));
