import {
  advance,
  blockingHolds,
  END_STATES,
  IllegalStep,
  isDestroyable,
  isStep,
  UNIT_STATES,
} from './unit-lifecycle.ts';

describe('a unit’s life', () => {
  test.each([
    { name: 'a printed label comes into stock', from: 'issued', to: 'in_stock' },
    { name: 'a misprint is voided', from: 'issued', to: 'voided' },
    { name: 'stock travels', from: 'in_stock', to: 'in_transit' },
    { name: 'a fitting is undone', from: 'fitted', to: 'allocated' },
    { name: 'a later repair removes it', from: 'fitted', to: 'removed' },
    { name: 'a removal is undone with the fitting that it was for', from: 'waived', to: 'fitted' },
    { name: 'a lost part is found', from: 'missing', to: 'in_stock' },
  ] as const)('$name', ({ from, to }) => expect(advance(from, to)).toBe(to));

  test.each([
    { name: 'a fitted unit cannot be shipped', from: 'fitted', to: 'in_transit' },
    { name: 'a fitted unit cannot be reported missing', from: 'fitted', to: 'missing' },
    { name: 'a voided unit never returns', from: 'voided', to: 'in_stock' },
    { name: 'a removed unit is not fitted again', from: 'removed', to: 'fitted' },
    { name: 'what the maker has back is not fitted again', from: 'received_old', to: 'fitted' },
    { name: 'an uncommissioned label is not fitted', from: 'issued', to: 'fitted' },
    { name: 'stock is allocated before it is fitted', from: 'in_stock', to: 'fitted' },
    { name: 'a unit on the road is not allocated', from: 'in_transit', to: 'allocated' },
  ] as const)('$name', ({ from, to }) => expect(() => advance(from, to)).toThrow(IllegalStep));

  it('ends only by voiding or destruction', () => expect(END_STATES).toEqual(['voided', 'destroyed']));

  it('reaches every state from issued', () => {
    const reached = new Set(['issued']);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const from of UNIT_STATES.filter((state) => reached.has(state)))
        for (const to of UNIT_STATES) if (isStep(from, to)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...UNIT_STATES].sort());
  });
});

describe('holds', () => {
  test.each([
    { name: 'block allocating', from: 'in_stock', to: 'allocated', blocked: true },
    { name: 'block shipping', from: 'in_stock', to: 'in_transit', blocked: true },
    { name: 'block fitting', from: 'allocated', to: 'fitted', blocked: true },
    { name: 'never block receiving', from: 'in_transit', to: 'in_stock', blocked: false },
    { name: 'never block an undo', from: 'fitted', to: 'allocated', blocked: false },
    { name: 'never block removing', from: 'fitted', to: 'removed', blocked: false },
  ] as const)('$name', ({ from, to, blocked }) =>
    expect(blockingHolds(from, to, ['recall'])).toEqual(blocked ? ['recall'] : []),
  );

  it('let a held part be destroyed where it lies, but not inside a car', () => {
    expect(isDestroyable('in_transit', ['quarantine'])).toBe(true);
    expect(isDestroyable('in_transit', [])).toBe(false);
    expect(isDestroyable('fitted', ['clone_confirmed'])).toBe(false);
    expect(isDestroyable('missing', ['stolen'])).toBe(false);
  });
});
