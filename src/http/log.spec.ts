import { DatabaseError } from 'pg';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

/** What PostgreSQL says when a row is there already. */
function duplicate(): DatabaseError {
  const error = new DatabaseError('invalid input syntax for type uuid: "LFV2A21K8G4012345"', 0, 'error');
  const detail = 'Key (vin)=(LFV2A21K8G4012345) already exists.';
  return Object.assign(error, { code: '22P02', table: 'vehicle', constraint: 'vehicle_vin', routine: 'x', detail });
}

test('an error is logged with its place, its code and its cause', () => {
  const line = logged((log) => log.error({ err: new Error('outside', { cause: duplicate() }) }, 'fault'));
  const { err } = JSON.parse(line) as { err: { message: string; stack: string; cause: Record<string, string> } };
  expect(err.message).toBe('outside');
  expect(err.stack).toContain('log.spec.ts');
  expect(err.cause).toMatchObject({ code: '22P02', table: 'vehicle', constraint: 'vehicle_vin' });
});

test.each([
  { name: 'what PostgreSQL quotes', fields: { err: duplicate() } },
  { name: 'the same as a cause', fields: { err: new Error('x', { cause: duplicate() }) } },
  { name: 'headers', fields: { headers: { cookie: 'LFV2A21K8G4012345' } } },
  { name: 'a cookie', fields: { request: { cookie: 'LFV2A21K8G4012345' } } },
  { name: 'an address', fields: { req: { method: 'GET', url: '/i/LFV2A21K8G4012345' } } },
])('$name is not logged', ({ fields }) => {
  const line = logged((log) => log.error(fields, 'fault'));
  expect(line).toContain('fault');
  expect(line).not.toContain('LFV2A21K8G4012345');
});
