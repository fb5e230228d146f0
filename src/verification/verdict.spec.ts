import type { LabelReading, ScanEvidence } from '../flags/evidence.ts';
import { findings, type Finding, type Level, type Subject } from '../flags/rule.ts';
import { RULES } from '../flags/rules.ts';
import {
  approvalOf,
  AT_MAKER,
  DISC,
  ELSEWHERE,
  fittedHere,
  inCar,
  inWarehouse,
  lineOf,
  onTheWayTo,
  orderOf,
  OTHER_ORDER,
  OTHER_VIN,
  OTHER_WORKSHOP,
  OUR_LABEL,
  PADS,
  PASSER_BY,
  scanForOrder,
  scanOf,
  seen,
  signedLabel,
  TYPED,
  unitOf,
  VIN,
} from '../flags/rules/evidence.builder.ts';
import { READ_HINT_WORDS } from '../labels/read-diagnosis.ts';
import { HELD, HELD_FOR_OWNER, OWNER_NEXT, STAFF_NEXT } from './next-steps.ts';
import { claimsOf, outcomeOf, publicVerdict, verdictOf } from './verdict.ts';

const words = (text: string) => ({ zh: `${text}。`, en: `${text}.` });
const finding = (level: Level, subject: Subject = 'unit', rule = 'X00'): Finding => ({
  rule,
  name: 'EXAMPLE',
  level,
  subject,
  message: words('staff'),
  owner: words('owner'),
  next: words('next'),
  evidence: {},
});
const mangled: LabelReading = { kind: 'unreadable', reason: 'grammar', hint: 'ime' };
const foreign: LabelReading = { kind: 'foreignHost', host: 'id.other-brand.example', hasSignature: false };

const judge = (evidence: ScanEvidence) => verdictOf(evidence, findings(RULES.scan, evidence), 'scan-1');

describe('the outcome', () => {
  test.each([
    { name: 'nothing found', found: [], reading: OUR_LABEL, unit: unitOf(), outcome: 'consistent' },
    { name: 'L1', found: [finding(1)], reading: OUR_LABEL, unit: unitOf(), outcome: 'consistent' },
    {
      name: 'L2 on a code that was read',
      found: [finding(2)],
      reading: OUR_LABEL,
      unit: unitOf(),
      outcome: 'consistent',
    },
    { name: 'L3', found: [finding(3)], reading: OUR_LABEL, unit: unitOf(), outcome: 'caution' },
    {
      name: 'L4 among others',
      found: [finding(1), finding(4)],
      reading: OUR_LABEL,
      unit: unitOf(),
      outcome: 'caution',
    },
    { name: 'L5', found: [finding(5), finding(1)], reading: OUR_LABEL, unit: unitOf(), outcome: 'suspect' },
    { name: 'L5 about an unknown code', found: [finding(5, 'code')], reading: TYPED, unit: null, outcome: 'suspect' },
    { name: 'a mangled read', found: [finding(2, 'code', 'C01')], reading: mangled, unit: null, outcome: 'unreadable' },
    {
      name: 'a mangled read with a stale queue',
      found: [finding(2, 'code', 'C01'), finding(4, 'step')],
      reading: mangled,
      unit: null,
      outcome: 'unreadable',
    },
    { name: 'a typed unknown serial', found: [finding(3, 'code')], reading: TYPED, unit: null, outcome: 'unknown' },
    { name: 'a typed unknown serial, rule switched off', found: [], reading: TYPED, unit: null, outcome: 'unknown' },
    { name: 'another brand’s link', found: [], reading: foreign, unit: null, outcome: 'unknown' },
    {
      name: 'a forgery under a known serial, rule switched off',
      found: [],
      reading: signedLabel('false'),
      unit: unitOf(),
      outcome: 'unknown',
    },
    {
      name: 'signed and not minted, rule lowered',
      found: [finding(3, 'code')],
      reading: signedLabel('true'),
      unit: null,
      outcome: 'caution',
    },
    {
      name: 'signed and not minted, rule switched off',
      found: [],
      reading: signedLabel('true'),
      unit: null,
      outcome: 'caution',
    },
    {
      name: 'a unit on hold',
      found: [],
      reading: OUR_LABEL,
      unit: unitOf({ holds: ['quarantine'] }),
      outcome: 'caution',
    },
    {
      name: 'a fitting without a code',
      found: [],
      reading: { kind: 'unreadable', reason: 'empty' },
      unit: null,
      outcome: 'consistent',
    },
    {
      name: 'an empty scan',
      found: [finding(2, 'code', 'C01')],
      reading: { kind: 'unreadable', reason: 'empty' },
      unit: null,
      outcome: 'unreadable',
    },
  ] as const)('$name: $outcome', ({ found, reading, unit, outcome }) =>
    expect(outcomeOf(found, reading, unit)).toBe(outcome),
  );
});

describe('in the story', () => {
  const otherCar = orderOf({ id: OTHER_ORDER, vin: OTHER_VIN });
  test.each([
    { name: 'stock checked at the counter', evidence: scanOf(), outcome: 'consistent' },
    {
      name: 'an owner reads the part in the car',
      evidence: scanOf({ unit: inCar(), witness: PASSER_BY }),
      outcome: 'consistent',
    },
    {
      name: 'a copied label on another car',
      evidence: scanForOrder({ unit: inCar(), order: otherCar }),
      outcome: 'suspect',
    },
    {
      name: 'a genuine label moved to another box',
      evidence: scanOf({ observed: seen({ partNumber: DISC }) }),
      outcome: 'suspect',
    },
    {
      name: 'a forged signature, seen by anybody',
      evidence: scanOf({ reading: signedLabel('false'), witness: PASSER_BY }),
      outcome: 'suspect',
    },
    {
      name: 'a leaked key, seen by anybody',
      evidence: scanOf({ reading: signedLabel('true'), unit: null, witness: PASSER_BY }),
      outcome: 'suspect',
    },
    {
      name: 'a voided label in a workshop',
      evidence: scanOf({ unit: inWarehouse({ state: 'voided' }) }),
      outcome: 'suspect',
    },
    {
      name: 'a voided label, seen by anybody',
      evidence: scanOf({ unit: inWarehouse({ state: 'voided' }), witness: PASSER_BY }),
      outcome: 'caution',
    },
    {
      name: 'a part sent to somebody else',
      evidence: scanOf({ unit: onTheWayTo(OTHER_WORKSHOP), purpose: 'receive' }),
      outcome: 'caution',
    },
    { name: 'a substitution', evidence: scanForOrder({ unit: unitOf({ partNumber: DISC }) }), outcome: 'caution' },
    {
      name: 'a recalled part in stock',
      evidence: scanOf({ unit: unitOf({ recall: { number: 'RC-1' } }) }),
      outcome: 'suspect',
    },
    {
      name: 'a recalled part in the owner’s car',
      evidence: scanOf({ unit: inCar({ recall: { number: 'RC-1' } }), witness: PASSER_BY }),
      outcome: 'caution',
    },
    { name: 'a typed slip', evidence: scanOf({ reading: TYPED, unit: null }), outcome: 'unknown' },
    { name: 'a smudged label', evidence: scanOf({ reading: mangled, unit: null }), outcome: 'unreadable' },
  ])('$name: $outcome', ({ evidence, outcome }) => expect(judge(evidence).outcome).toBe(outcome));

  it('a passer-by’s look at a unit never weighs more than a warning', () => {
    const states = ['issued', 'voided', 'missing', 'removed', 'destroyed'] as const;
    for (const state of states) {
      const { findings: found } = judge(
        scanOf({ witness: PASSER_BY, unit: unitOf({ state, holds: ['stolen'], recall: { number: 'RC-1' } }) }),
      );
      expect(Math.max(...found.map(({ level }) => level))).toBe(3);
    }
  });
});

describe('the three claims', () => {
  test.each([
    { name: 'our label', reading: OUR_LABEL, issued: true },
    { name: 'a true signature that we did not print', reading: signedLabel('true'), issued: true },
    { name: 'a forgery', reading: signedLabel('false'), issued: false },
    { name: 'an imitation elsewhere', reading: { ...foreign, hasSignature: true }, issued: false },
    { name: 'another brand', reading: foreign, issued: null },
    { name: 'a typed serial', reading: TYPED, issued: null },
    { name: 'a mangled read', reading: mangled, issued: null },
  ])('issuedByMaker of $name is $issued', ({ reading, issued }) =>
    expect(claimsOf(scanOf({ reading }), []).issuedByMaker).toBe(issued),
  );

  test.each([
    { name: 'nothing found', evidence: scanOf(), found: [], agree: true },
    { name: 'a mended trifle', evidence: scanOf(), found: [finding(2)], agree: true },
    { name: 'a warning about the unit', evidence: scanOf(), found: [finding(3)], agree: false },
    { name: 'a warning about the step', evidence: scanOf(), found: [finding(3, 'step')], agree: false },
    { name: 'a warning about the order', evidence: scanOf(), found: [finding(4, 'order')], agree: false },
    { name: 'a warning about the code only', evidence: scanOf(), found: [finding(4, 'code')], agree: true },
    { name: 'no unit to compare with', evidence: scanOf({ unit: null }), found: [], agree: null },
    { name: 'a forgery borrows a unit', evidence: scanOf({ reading: signedLabel('false') }), found: [], agree: null },
  ])('recordsAgree with $name is $agree', ({ evidence, found, agree }) =>
    expect(claimsOf(evidence, found).recordsAgree).toBe(agree),
  );

  test.each([
    { name: 'nobody looked', observed: seen({}), checked: null },
    { name: 'only the VIN was read', observed: seen({ vin: VIN }), checked: null },
    { name: 'the seal was intact', observed: seen({ seal: 'intact' }), checked: true },
    { name: 'the number on the box agreed', observed: seen({ partNumber: PADS }), checked: true },
    { name: 'the seal was broken', observed: seen({ seal: 'broken' }), checked: false },
    { name: 'the number on the box differed', observed: seen({ partNumber: DISC, seal: 'intact' }), checked: false },
  ])('physicallyChecked when $name is $checked', ({ observed, checked }) =>
    expect(judge(scanOf({ observed })).claims.physicallyChecked).toBe(checked),
  );
});

describe('the verdict', () => {
  const substitution = scanForOrder({
    unit: unitOf({ holds: [] }),
    line: lineOf({ approval: approvalOf({ partNumber: DISC }) }),
    twin: { at: new Date('2026-11-23T03:59:00Z') },
  });

  it('is what the contract says', () =>
    expect(judge(substitution)).toEqual({
      outcome: 'caution',
      checkedAt: '2026-11-23T04:00:00.000Z',
      scanId: 'scan-1',
      claims: { issuedByMaker: true, recordsAgree: false, physicallyChecked: null },
      unit: {
        gtin: '09521234100003',
        serial: '7Q3K9D0A2FXM',
        partNumber: PADS,
        name: { zh: '前制动片组', en: 'Brake pad set, front' },
        lot: 'L26K01',
        state: 'in_stock',
      },
      findings: [
        {
          rule: 'R02',
          name: 'SUBSTITUTION',
          level: 4,
          message: expect.objectContaining({ en: expect.stringContaining(DISC) }),
          owner: expect.objectContaining({ en: expect.stringContaining(DISC) }),
          evidence: { approved: DISC, scanned: PADS },
        },
        expect.objectContaining({ rule: 'B10', level: 1 }),
      ],
      nextStep: expect.objectContaining({ en: expect.stringContaining(`take ${DISC}`) }),
    }));

  it('survives being stored', () =>
    expect(JSON.parse(JSON.stringify(judge(substitution)))).toEqual(judge(substitution)));

  it('tells nothing about the unit whose number a forgery borrowed', () =>
    expect(judge(scanOf({ reading: signedLabel('false') })).unit).toBeNull());

  test.each([
    { name: 'all is well', evidence: scanOf(), next: STAFF_NEXT.consistent },
    {
      name: 'only a note was made',
      evidence: scanOf({ twin: { at: new Date('2026-11-23T03:59:00Z') } }),
      next: STAFF_NEXT.consistent,
    },
    {
      name: 'the scanner types through an input method',
      evidence: scanOf({ reading: mangled, unit: null }),
      next: READ_HINT_WORDS.ime,
    },
    { name: 'the unit is on hold', evidence: scanOf({ unit: unitOf({ holds: ['dispute'] }) }), next: HELD },
    {
      name: 'it is another brand’s link',
      evidence: scanOf({ reading: foreign, unit: null }),
      next: STAFF_NEXT.unknown,
    },
    { name: 'the label is forged', evidence: scanOf({ reading: signedLabel('false') }), next: STAFF_NEXT.suspect },
  ])('says what to do when $name', ({ evidence, next }) => expect(judge(evidence).nextStep).toEqual(next));

  it('has the next step of a trifle that the user mends', () =>
    expect(verdictOf(scanOf(), [finding(2)], 'scan-1').nextStep).toEqual(words('next')));

  it('names the order line that a finding concerns, to staff and to the owner', () => {
    const whole = verdictOf(scanOf(), [{ ...finding(4), line: 2 }, finding(3)], 'scan-1');
    const linesNamed = [whole, publicVerdict(whole)].map(({ findings: shown }) =>
      shown.map((each) => 'line' in each && each.line),
    );
    expect(linesNamed).toEqual([
      [2, false],
      [2, false],
    ]);
  });

  it('takes the next step from the worst finding', () => {
    const found = [finding(2), { ...finding(4), next: words('worst') }, finding(3)];
    expect(verdictOf(scanOf(), found, 'scan-1').nextStep).toEqual(words('worst'));
  });
});

describe('the public view', () => {
  const secret = scanForOrder({
    witness: ELSEWHERE,
    unit: inCar({ fitting: fittedHere({ vin: OTHER_VIN }), holds: ['dispute'], allocation: null }),
    observed: seen({ vin: OTHER_VIN, partNumber: DISC, seal: 'broken' }),
    order: orderOf({ status: 'closed', number: 'RO-SECRET' }),
  });

  it('has the owner’s words and the owner’s next step', () => {
    const whole = judge(scanOf({ unit: inCar({ recall: { number: 'RC-1' } }), witness: PASSER_BY }));
    const shown = publicVerdict(whole);
    expect(shown.findings).toEqual([
      { rule: 'Q01', name: 'RECALL', level: 3, message: whole.findings[0]?.owner, evidence: { campaign: 'RC-1' } },
    ]);
    expect(shown.nextStep).toEqual(OWNER_NEXT.caution);
    expect(shown.unit).toEqual(whole.unit);
  });

  it('says why a unit on hold is no green one, though nothing contradicts it', () => {
    const held = judge(scanOf({ unit: unitOf({ holds: ['dispute'] }), witness: PASSER_BY }));
    expect(publicVerdict(held)).toMatchObject({ outcome: 'caution', findings: [], nextStep: HELD_FOR_OWNER });
  });

  it('leaves out every other party, place, order and vehicle', () => {
    const told = JSON.stringify(publicVerdict(judge(secret)));
    for (const hidden of [VIN, OTHER_VIN, 'RO-SECRET', 'org-', 'id-order', 'kid']) expect(told).not.toContain(hidden);
  });

  it('shows no member that was added without being allowed', () => {
    const whole = judge(scanOf({ witness: AT_MAKER }));
    const grown = { ...whole, custodian: 'somebody', unit: { ...whole.unit!, custodianId: 'somebody' } };
    expect(JSON.stringify(publicVerdict(grown))).not.toContain('somebody');
  });

  it('shows a stored verdict just so', () => {
    const whole = judge(secret);
    expect(publicVerdict(JSON.parse(JSON.stringify(whole)) as typeof whole)).toEqual(publicVerdict(whole));
  });
});
