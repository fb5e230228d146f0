// `npm test [-- jest arguments]`: everything, and a last line that a person and a script can both read.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './npm.mjs';
import { prepare } from './prepare.mjs';

/** So many spec files may have had bad luck at once; more are no bad luck. */
const FEW = 3;

prepare();

const wishes = process.argv.slice(2);
const run = jest(['--maxWorkers=2', ...wishes]);
const isWhole = wishes.length === 0;
const alone = isWhole && run.failing.length > 0 && run.failing.length <= FEW ? onceMore(run.failing) : undefined;
const passed = alone ? run.passed - run.passedInFailing + alone.passed : run.passed;
const failed = alone ? alone.failed : run.failed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** What failed beside others is run once more with the machine to itself; why: docs/decisions/0019. */
function onceMore(files) {
  console.log(`\nOnce more, alone: ${files.join(' ')}\n`);
  const again = jest(['--runInBand', '--runTestsByPath', ...files]);
  const unsteady = files.filter((file) => !again.failing.includes(file));
  for (const file of unsteady)
    console.log(`UNSTEADY ${file}: failed above and held alone. That is a bug, here or there.`);
  return again;
}

function jest(wishes) {
  const folder = mkdtempSync(join(tmpdir(), 'truepart-results-'));
  const file = join(folder, 'results.json');
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${file}`, ...wishes],
    { cwd: root, stdio: ['inherit', 'ignore', 'inherit'] },
  );
  try {
    return tally(JSON.parse(readFileSync(file, 'utf8')), status);
  } catch {
    return { passed: 0, failed: 1, failing: [], passedInFailing: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not even be loaded counts as a failure, and so does a run that ended badly without one. */
function tally(results, exitCode) {
  const failing = results.testResults.filter(({ status }) => status === 'failed');
  const passedInFailing = failing
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    failing: failing.map(({ name }) => relative(root, name)),
    passedInFailing,
  };
}
