import { type InputFault, Refusal } from '../kernel/refusal.ts';

/** The input is malformed: `errors` says where, what was expected and what was found. */
export const invalidInput = (errors: readonly InputFault[]): Refusal =>
  new Refusal(
    'INVALID_INPUT',
    'invalid',
    { zh: '提交的内容有误，请按所列位置更正。', en: 'The input is not valid; see each place that is listed.' },
    {},
    errors,
  );
