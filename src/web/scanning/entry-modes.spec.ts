import { ENTRY_MODES as KNOWN } from '../../scans/scan.dto.ts';
import { ENTRY_MODES } from '../islands/scanning/scanned-code.ts';

test('the kit names how a code came in as the contract does', () => expect(ENTRY_MODES).toEqual(KNOWN));
