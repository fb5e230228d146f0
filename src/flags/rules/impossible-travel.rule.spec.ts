import type { Place } from '../evidence.ts';
import { hours, PASSER_BY, scanOf, signedLabel } from './evidence.builder.ts';
import { impossibleTravel } from './impossible-travel.rule.ts';
import { factsFound, levelsFound } from './levels-found.ts';

const HANGZHOU = { latitude: 30.27, longitude: 120.15 };
const NINGBO = { latitude: 29.87, longitude: 121.55 };
const HARBIN = { latitude: 45.8, longitude: 126.53 };
const near = (place: Place, afterHours: number) => ({ ...place, at: hours(afterHours) });
const read = (elsewhere: ReturnType<typeof near> | null) => scanOf({ place: HANGZHOU, elsewhere });

test.each([
  { name: 'read once', evidence: read(null), levels: [] },
  { name: 'read here a moment ago', evidence: read(near(HANGZHOU, -0.01)), levels: [] },
  { name: 'in Ningbo two hours ago', evidence: read(near(NINGBO, -2)), levels: [] },
  { name: 'in Harbin last week', evidence: read(near(HARBIN, -24 * 7)), levels: [] },
  { name: 'in Harbin an hour ago', evidence: read(near(HARBIN, -1)), levels: [4] },
  { name: 'by aeroplane', evidence: read(near(HARBIN, -2.6)), levels: [] },
  { name: 'in the next street, at once', evidence: read(near({ latitude: 30.3, longitude: 120.2 }, 0)), levels: [] },
  { name: 'nobody knows where', evidence: scanOf({ elsewhere: near(HARBIN, -1) }), levels: [] },
  {
    name: 'a passer-by',
    evidence: scanOf({ witness: PASSER_BY, place: HANGZHOU, elsewhere: near(HARBIN, -1) }),
    levels: [],
  },
  {
    name: 'a forged code',
    evidence: scanOf({ reading: signedLabel('false'), place: HANGZHOU, elsewhere: near(HARBIN, -1) }),
    levels: [],
  },
])('$name', ({ evidence, levels }) => expect(levelsFound(impossibleTravel, evidence)).toEqual(levels));

it('tells how far and how soon', () =>
  expect(factsFound(impossibleTravel, read(near(HARBIN, -1)))).toEqual([{ km: 1813, minutes: 60 }]));
