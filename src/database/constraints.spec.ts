import { QueryFailedError } from 'typeorm';
import { Refusal } from '../kernel/refusal.ts';
import { Constraints } from './constraints.ts';

const fitted = () => new Refusal('UNIT_ALREADY_FITTED', 'conflict', { zh: '已装车', en: 'Already fitted.' });
const constraints = Constraints.of({ fitting_once: fitted }, { other: fitted });
const violation = Object.assign(new Error('duplicate key'), { code: '23505', constraint: 'fitting_once' });

test.each([
  { name: 'an error of pg', error: violation, code: 'UNIT_ALREADY_FITTED' },
  { name: 'an error of TypeORM', error: new QueryFailedError('', [], violation), code: 'UNIT_ALREADY_FITTED' },
  { name: 'a constraint nobody named', error: Object.assign(new Error(), { constraint: 'x' }), code: undefined },
  { name: 'a name every object has', error: Object.assign(new Error(), { constraint: 'toString' }), code: undefined },
  { name: 'another error', error: new Error('boom'), code: undefined },
  { name: 'no error at all', error: null, code: undefined },
])('$name', ({ error, code }) => expect(constraints.refusalFor(error)?.code).toBe(code));

test('one constraint cannot stand for two refusals', () => {
  expect(() => Constraints.of({ fitting_once: fitted }, { fitting_once: fitted })).toThrow(/fitting_once/);
});
