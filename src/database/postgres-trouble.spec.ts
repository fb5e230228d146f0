import { CannotStart } from '../config/cannot-start.ts';
import { diagnosis, inPlainWords } from './postgres-trouble.ts';

/** What PostgreSQL 18 and Node really said. */
test.each([
  { said: 'FATAL:  could not write lock file "postmaster.pid": No space left on device', means: /disk .* is full/ },
  {
    said: 'FATAL:  could not create lock file "postmaster.pid": Read-only file system',
    means: /read-only file system/,
  },
  { said: 'FATAL:  could not create lock file "postmaster.pid": Permission denied', means: /may not read or write/ },
  { said: "EACCES: permission denied, mkdtemp '/data/postgres.new-x'", means: /may not read or write/ },
  { said: "EROFS: read-only file system, mkdir '/data'", means: /read-only file system/ },
  { said: "ENOTDIR: not a directory, stat '/etc/passwd/postgres'", means: /is not a folder/ },
  { said: "ENOENT: no such file or directory, mkdir '/proc/x'", means: /cannot be created there/ },
  { said: "ENOENT: no such file or directory, realpath '/app/.data'", means: /link to a folder that is gone/ },
  { said: 'FATAL:  lock file "postmaster.pid" already exists', means: /Another PostgreSQL/ },
  { said: 'FATAL:  data directory "/data/postgres" has wrong ownership', means: /belong to another user/ },
  { said: 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use', means: /took the port/ },
  { said: 'PANIC:  could not locate a valid checkpoint record at 0/17B0F28', means: /damaged/ },
])('$said', ({ said, means }) => {
  const told = diagnosis('Starting the database', '/data', said);
  expect(told.message).toMatch(means);
  expect(told.message).toContain(said);
  expect(told.remedy).not.toBe('');
});

test('what nobody foresaw is quoted, without our own knocking', () => {
  const said = 'FATAL:  the database system is starting up\nFATAL:  something new';
  expect(diagnosis('Starting the database', '/data', said).message).toBe(
    'Starting the database failed:\n  FATAL:  something new',
  );
});

test('only what the file system refuses is put in plain words: a fault of ours keeps its stack', async () => {
  const fault = new TypeError('ours');
  const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES', syscall: 'mkdir' });
  await expect(inPlainWords('It', '/data', () => Promise.reject(fault))).rejects.toBe(fault);
  await expect(inPlainWords('It', '/data', () => Promise.reject(refused))).rejects.toBeInstanceOf(CannotStart);
});
