import { attemptOf, fittingOf, OTHER_VIN, scanForOrder, scanOf, seen, VIN } from './evidence.builder.ts';
import { levelsFound } from './levels-found.ts';
import { wrongVin } from './wrong-vin.rule.ts';

describe('seen with a scan', () => {
  test.each([
    { name: 'another car', evidence: scanForOrder({ observed: seen({ vin: OTHER_VIN }) }), levels: [4] },
    { name: 'the car of the order', evidence: scanForOrder({ observed: seen({ vin: VIN }) }), levels: [] },
    {
      name: 'in small letters and groups',
      evidence: scanForOrder({ observed: seen({ vin: 'lchare3k8 an100200' }) }),
      levels: [],
    },
    { name: 'with O read for 0', evidence: scanForOrder({ observed: seen({ vin: 'LCHARE3K8AN1OO2OO' }) }), levels: [] },
    { name: 'nobody looked', evidence: scanForOrder(), levels: [] },
    { name: 'nothing legible', evidence: scanForOrder({ observed: seen({ vin: ' ' }) }), levels: [] },
    { name: 'no order to compare with', evidence: scanOf({ observed: seen({ vin: OTHER_VIN }) }), levels: [] },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(wrongVin, evidence)).toEqual(levels));
});

describe('seen with a fitting', () => {
  const otherCar = attemptOf({ vin: OTHER_VIN });
  test.each([
    { name: 'another car', evidence: fittingOf({ attempt: otherCar }), levels: [4] },
    { name: 'another car, part without a code', evidence: fittingOf({ scan: null, attempt: otherCar }), levels: [4] },
    {
      name: 'the scan inside has said it',
      evidence: fittingOf({ scan: scanForOrder({ observed: seen({ vin: OTHER_VIN }) }), attempt: otherCar }),
      levels: [],
    },
    { name: 'the car of the order', evidence: fittingOf(), levels: [] },
    { name: 'nobody looked', evidence: fittingOf({ attempt: attemptOf({ vin: null }) }), levels: [] },
  ])('$name', ({ evidence, levels }) => expect(levelsFound(wrongVin, evidence)).toEqual(levels));
});
