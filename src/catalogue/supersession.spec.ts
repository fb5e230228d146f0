import * as fc from 'fast-check';
import { addEdges, NO_SUPERSESSIONS, ONE_FOR_ONE, pathBetween, type Supersession } from './supersession.ts';

const TODAY = '2026-11-23';

/** `'A>B'`: B for A, never back · `'A=B'`: either for either · `'A>B 4:1'` · `'A>B 2026-01-01..2026-06-30'`. */
function relation(text: string): Supersession {
  const [, oldPart, sign, newPart, rest = ''] = /^(\w+)([>=])(\w+)(.*)$/.exec(text)!;
  const ratio = /(\d):(\d)/.exec(rest);
  const dates = /(\d{4}-\d{2}-\d{2})?\.\.(\d{4}-\d{2}-\d{2})?/.exec(rest);
  return {
    oldPart: oldPart!,
    newPart: newPart!,
    kind: sign === '=' ? 'two_way' : 'one_way',
    ratio: ratio ? { old: Number(ratio[1]), new: Number(ratio[2]) } : ONE_FOR_ONE,
    validFrom: dates?.[1] ?? null,
    validTo: dates?.[2] ?? null,
  };
}

const graphOf = (...texts: string[]) => addEdges(NO_SUPERSESSIONS, texts.map(relation));

describe('a path between the approved and the offered part', () => {
  test.each([
    { name: 'the same part needs no path', edges: ['A>B'], approved: 'A', offered: 'A', is: null },
    { name: 'strangers have none', edges: ['A>B', 'C>D'], approved: 'A', offered: 'D', is: null },
    { name: 'brothers have none', edges: ['A>B', 'A>C'], approved: 'B', offered: 'C', is: null },
    { name: 'new for old', edges: ['A>B'], approved: 'A', offered: 'B', is: 'forward A B 1:1' },
    { name: 'over two steps', edges: ['A>B', 'B>C'], approved: 'A', offered: 'C', is: 'forward A B C 1:1' },
    { name: 'the shortest way wins', edges: ['A>B', 'B>C', 'A>C'], approved: 'A', offered: 'C', is: 'forward A C 1:1' },
    { name: 'old where only the new is allowed', edges: ['A>B'], approved: 'B', offered: 'A', is: 'backward A B' },
    { name: 'two-way, there', edges: ['A=B'], approved: 'A', offered: 'B', is: 'forward A B 1:1' },
    { name: 'two-way, back', edges: ['A=B'], approved: 'B', offered: 'A', is: 'forward B A 1:1' },
    { name: 'one-way over a two-way', edges: ['A=B', 'B>C'], approved: 'A', offered: 'C', is: 'forward A B C 1:1' },
    { name: 'and never back', edges: ['A=B', 'B>C'], approved: 'C', offered: 'A', is: 'backward A B C' },
    {
      name: 'four single pads went into one set',
      edges: ['A>B 4:1'],
      approved: 'A',
      offered: 'B',
      is: 'forward A B 4:1',
    },
    { name: 'ratios multiply', edges: ['A>B 4:1', 'B>C 1:2'], approved: 'A', offered: 'C', is: 'forward A B C 2:1' },
    { name: 'a two-way ratio turns with it', edges: ['A=B 1:2'], approved: 'B', offered: 'A', is: 'forward B A 2:1' },
    { name: 'not yet', edges: ['A>B 2027-01-01..'], approved: 'A', offered: 'B', is: null },
    { name: 'no longer', edges: ['A>B 2020-01-01..2026-11-22'], approved: 'A', offered: 'B', is: null },
    {
      name: 'on its last day',
      edges: ['A>B 2020-01-01..2026-11-23'],
      approved: 'A',
      offered: 'B',
      is: 'forward A B 1:1',
    },
  ])('$name', ({ edges, approved, offered, is }) => {
    const found = pathBetween(graphOf(...edges).graph, approved, offered, TODAY);
    const told = found && [
      found.kind,
      ...found.path,
      ...(found.kind === 'forward' ? [`${found.ratio.old}:${found.ratio.new}`] : []),
    ];
    expect(told?.join(' ') ?? null).toBe(is);
  });
});

describe('a ring is refused', () => {
  test.each([
    { name: 'with itself', edges: ['A>A'], ring: 'A A' },
    { name: 'of two', edges: ['A>B', 'B>A'], ring: 'B A B' },
    { name: 'of three', edges: ['A>B', 'B>C', 'C>A'], ring: 'C A B C' },
    { name: 'through a two-way', edges: ['A=B', 'B>C', 'C>A'], ring: 'C A B C' },
    { name: 'of interchangeable parts', edges: ['A=B', 'A>B'], ring: 'A B A' },
    { name: 'closed by a two-way', edges: ['A>B', 'A=B'], ring: 'A B A' },
    { name: 'closed by a two-way turned round', edges: ['A>B', 'B>C', 'C=A'], ring: 'C A B C' },
    { name: 'that exists only later', edges: ['A>B', 'B>C 2027-01-01..', 'C>A'], ring: 'C A B C' },
    { name: 'that lasts one day', edges: ['A>B ..2025-12-31', 'B>A 2025-12-31..'], ring: 'B A B' },
  ])('$name', ({ edges, ring }) => {
    const { refused } = graphOf(...edges);
    expect(refused.map((one) => one.ring.join(' '))).toEqual([ring]);
    expect(refused[0]!.relation).toEqual(relation(edges.at(-1)!));
  });

  test.each([
    { name: 'a two-way alone', edges: ['A=B'] },
    { name: 'the same two-way twice', edges: ['A=B', 'B=A'] },
    { name: 'two ways to one end', edges: ['A>B', 'A>C', 'B>D', 'C>D'] },
    { name: 'three interchangeable parts', edges: ['A=B', 'B=C', 'C=A'] },
    { name: 'a relation turned round after it ended', edges: ['A>B ..2025-12-31', 'B>A 2026-01-01..'] },
    { name: 'a relation that was turned round before', edges: ['B>A 2026-01-01..', 'A>B ..2025-12-31'] },
  ])('$name is none', ({ edges }) => {
    expect(graphOf(...edges).refused).toEqual([]);
  });

  test('what was refused is not walked', () => {
    const { graph } = graphOf('A>B', 'B>A');
    expect(pathBetween(graph, 'B', 'A', TODAY)).toMatchObject({ kind: 'backward' });
  });

  test('whatever is offered, no part ever validly replaces one that it is superseded by', () => {
    const part = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    const oneWay = fc.tuple(part, part).map(([a, b]) => relation(`${a}>${b}`));
    fc.assert(
      fc.property(fc.array(oneWay, { maxLength: 12 }), part, part, (relations, a, b) => {
        const { graph } = addEdges(NO_SUPERSESSIONS, relations);
        const there = pathBetween(graph, a, b, TODAY);
        const back = pathBetween(graph, b, a, TODAY);
        expect([there?.kind, back?.kind].filter((kind) => kind === 'forward').length).toBeLessThan(2);
      }),
    );
  });
});
