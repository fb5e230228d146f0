import { CannotStart, EXIT } from '../config/cannot-start.ts';

interface Trouble {
  readonly sign: RegExp;
  readonly message: string;
  readonly remedy: string;
  readonly exitCode?: number;
}

/** What PostgreSQL and the file system say, and what a person is told instead. The first sign that is found counts. */
const TROUBLES: readonly Trouble[] = [
  {
    sign: /No space left on device|ENOSPC|Disk quota exceeded|EDQUOT/,
    message: 'The disk that holds DATA_DIR is full',
    remedy: 'Free some space (nothing in DATA_DIR may be deleted), then start again: nothing that was stored is lost.',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /Read-only file system|EROFS/,
    message: 'DATA_DIR is on a read-only file system',
    remedy: 'Set DATA_DIR to a folder that can be written to, or mount the file system writable.',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /has wrong ownership/,
    message: 'The database files in DATA_DIR belong to another user than the one PostgreSQL runs as',
    remedy: 'Give them back to one user, who is not root: chown -R <user> <DATA_DIR>/postgres',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /Permission denied|Operation not permitted|EACCES|EPERM/,
    message: 'This user may not read or write DATA_DIR',
    remedy: 'Start Truepart as the user that owns DATA_DIR, or set DATA_DIR to a folder of your own.',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /ENOENT.*realpath/,
    message: 'DATA_DIR is a link to a folder that is gone',
    remedy: 'Bring that folder back (a disk that is not mounted?), or delete the link to begin with nothing.',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /ENOENT.*mkdir/,
    message: 'DATA_DIR cannot be created there',
    remedy: 'Set DATA_DIR to a folder on a real disk, such as /var/lib/truepart.',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /lock file .* already exists/,
    message: 'Another PostgreSQL seems to use the database files in DATA_DIR',
    remedy: 'Stop that one. If none runs, the machine lost power: delete postgres/postmaster.pid in DATA_DIR.',
  },
  {
    sign: /Address already in use/,
    message: 'Another program took the port of the embedded PostgreSQL',
    remedy: 'Start again: a free port is chosen.',
  },
  {
    sign: /ENOTDIR|EEXIST/,
    message: 'DATA_DIR is not a folder',
    remedy: 'Set DATA_DIR to a folder; it is created when it does not exist.',
    exitCode: EXIT.cannotCreate,
  },
  {
    sign: /could not (?:create|map) (?:shared memory|anonymous)|Cannot allocate memory/,
    message: 'There is too little memory for the embedded PostgreSQL',
    remedy: 'It needs about 200 MB. Free some memory, or set DATABASE_URL to a PostgreSQL elsewhere.',
  },
  {
    sign: /could not locate a valid checkpoint record|invalid checkpoint record|PANIC:/,
    message: 'The database files in DATA_DIR are damaged',
    remedy: 'Keep a copy of DATA_DIR as it is, then restore the last backup (docs/operations.md, "Backups").',
  },
];

/** What PostgreSQL says to us while we wait for it. */
const OUR_KNOCKING = /not yet accepting connections|is starting up/;

/** Plain words for what went wrong with the files in `dataDir`; the original words stand below for whoever asks. */
export function diagnosis(doing: string, dataDir: string, original: string): CannotStart {
  const trouble = TROUBLES.find(({ sign }) => sign.test(original));
  const said = original
    .trim()
    .split('\n')
    .filter((line) => !OUR_KNOCKING.test(line))
    .slice(-8)
    .map((line) => `  ${line.trim()}`);
  if (!trouble)
    return new CannotStart(`${doing} failed:\n${said.join('\n')}`, 'Mend what is said above, then start again.');
  return new CannotStart(
    `${doing} failed. ${trouble.message} (DATA_DIR is ${dataDir}):\n${said.join('\n')}`,
    trouble.remedy,
    trouble.exitCode,
  );
}

/** Runs `work`; what the file system refuses is told in plain words. */
export async function inPlainWords<Result>(
  doing: string,
  dataDir: string,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotStart || !isSystemError(error)) throw error;
    throw diagnosis(doing, dataDir, error.message);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
