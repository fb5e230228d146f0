import type { CaseListItemDto } from './case.dto.ts';
import { whyNotClosed } from './case-closing.ts';

const PASSED_ON = new Date('2026-11-30T00:00:00Z');

type File = Pick<CaseListItemDto, 'kind' | 'status' | 'escalatedAt'>;
const dispute = (status: File['status'], escalatedAt: Date | null = null): File => ({
  kind: 'dispute',
  status,
  escalatedAt,
});
const investigation = (status: File['status']): File => ({ kind: 'investigation', status, escalatedAt: null });

test.each([
  { by: 'workshop', what: 'nobody has answered', file: dispute('open'), code: 'ANSWER_OWED' },
  { by: 'workshop', what: 'it was answered', file: dispute('answered'), code: undefined },
  { by: 'workshop', what: 'it was passed on', file: dispute('open', PASSED_ON), code: 'NOT_YOURS_TO_CLOSE' },
  {
    by: 'workshop',
    what: 'it was passed on and answered',
    file: dispute('answered', PASSED_ON),
    code: 'NOT_YOURS_TO_CLOSE',
  },
  { by: 'workshop', what: 'it is an investigation', file: investigation('answered'), code: 'NOT_YOURS_TO_CLOSE' },
  { by: 'maker', what: 'nobody has answered', file: dispute('open'), code: 'NOT_YOURS_TO_CLOSE' },
  { by: 'maker', what: 'it was answered', file: dispute('answered'), code: 'NOT_YOURS_TO_CLOSE' },
  { by: 'maker', what: 'it was passed on', file: dispute('open', PASSED_ON), code: undefined },
  { by: 'maker', what: 'it was passed on and answered', file: dispute('answered', PASSED_ON), code: undefined },
  { by: 'maker', what: 'it is an investigation', file: investigation('open'), code: undefined },
] as const)('a $by closes where $what: $code', ({ by, file, code }) => expect(whyNotClosed(by, file)?.code).toBe(code));
