import { batchNotFound } from './issuance.refusals.ts';
import { Patience } from './patience.ts';

const BATCH = 'batch';
const fault = new Error('the database went away');
let patience: Patience;

beforeEach(() => {
  jest.useFakeTimers();
  patience = new Patience();
});
afterEach(() => jest.useRealTimers());

const failTimes = (times: number): boolean[] => Array.from({ length: times }, () => patience.isExhausted(BATCH, fault));

it('waits longer after each fault, and gives up when they do not end', () => {
  expect(failTimes(6)).toEqual([false, false, false, false, false, true]);
});

it('gives up at once what will not pass by itself', () => {
  expect(patience.isExhausted(BATCH, batchNotFound())).toBe(true);
});

it('begins anew after something was stored', () => {
  failTimes(5);
  patience.forget(BATCH);
  expect(failTimes(5)).not.toContain(true);
});

it('leaves a troubled batch alone for a while, and no other', () => {
  failTimes(1);
  expect(patience.isOver(BATCH)).toBe(false);
  expect(patience.isOver('another batch')).toBe(true);
  jest.advanceTimersByTime(301);
  expect(patience.isOver(BATCH)).toBe(true);
});

it('leaves a batch to another server for three to six seconds, which is no failure', () => {
  patience.leaveToOthers(BATCH);
  jest.advanceTimersByTime(2_999);
  expect(patience.isOver(BATCH)).toBe(false);
  jest.advanceTimersByTime(3_001);
  expect(patience.isOver(BATCH)).toBe(true);
  expect(failTimes(5)).not.toContain(true);
});

it.each([
  { failures: 1, least: 100, most: 300 },
  { failures: 4, least: 800, most: 2_400 },
  { failures: 50, least: 5_000, most: 15_000 },
])('after $failures failures waits $least to $most ms', ({ failures, least, most }) => {
  const waits = Array.from({ length: 100 }, () => Patience.wait(failures));
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
  expect(Math.max(...waits)).toBeLessThanOrEqual(most);
});
