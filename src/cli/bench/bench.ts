import { Config } from '../../config/config.ts';
import { DemoStaff } from './demo-staff.ts';
import { fitPath } from './fit-path.ts';
import { benchHistory } from './history-bench.ts';
import type { HotPath, Measurement, Row } from './hot-path.ts';
import { bytesOf, HttpLanes, type HttpRequest } from './http-lanes.ts';
import { labelPdfPath } from './label-pdf-path.ts';
import { mintPath } from './mint-path.ts';
import { ownerPagePath } from './owner-page-path.ts';
import { pageSizesPath } from './page-sizes-path.ts';
import { scanPath } from './scan-path.ts';
import { Stage } from './stage.ts';
import { StatementsAlone } from './statements-alone.ts';
import { tableOf } from './table.ts';
import { verifyPath } from './verify-path.ts';
import { type Recording, WireRecorder } from './wire-recorder.ts';

/** In the order they are measured: minting leaves the disk most to do, so it comes last. */
const PATHS: readonly HotPath[] = [scanPath, fitPath, ownerPagePath, pageSizesPath, verifyPath, labelPdfPath, mintPath];

const say = (line: string): void => console.error(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`);

/** A million scans take minutes to make: only for who asks for it. */
const HISTORY = 'history';

async function onStage(measured: (stage: Stage) => Promise<Row[]>): Promise<Row[]> {
  say('a PostgreSQL of its own, and the demo world in it');
  const stage = await Stage.open();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stage.close().finally(() => process.exit(130)));
  }
  try {
    return await measured(stage);
  } finally {
    await stage.close();
  }
}

/** One world is made, then copied, so that every side of a comparison begins with the same rows. */
async function bench(stage: Stage, paths: readonly HotPath[], nodeOptions: readonly string[]): Promise<Row[]> {
  const measurements = await prepare(stage, paths);
  await stage.copyWorld('recorded', 'live', 'alone');
  const recordings = await record(stage, measurements);
  return measure(stage, measurements, recordings, nodeOptions);
}

type ByName<Value> = ReadonlyMap<string, Value>;

async function prepare(stage: Stage, paths: readonly HotPath[]): Promise<ByName<Measurement>> {
  const server = await stage.serve(stage.urlOf('world'));
  const { url } = server;
  const look = new StatementsAlone(stage.urlOf('world'), 1);
  const world = {
    url,
    warehouse: await DemoStaff.signIn(url, 'warehouse'),
    advisor: await DemoStaff.signIn(url, 'advisor'),
    technician: await DemoStaff.signIn(url, 'technician'),
    ask: (question: string) => look.ask(question),
  };
  const ready = new Map<string, Measurement>();
  for (const path of paths) {
    say(`${path.name}: what it needs`);
    ready.set(path.name, await path.prepare(world));
  }
  await look.close();
  await server.stop();
  return ready;
}

/** What every request asks of the database: sent one after the other, so that no two get mixed up. */
async function record(stage: Stage, measurements: ByName<Measurement>): Promise<ByName<Recording[]>> {
  const recorder = await WireRecorder.listen(stage.urlOf('recorded'));
  const server = await stage.serve(recorder.url);
  const lane = await HttpLanes.open(server.url, 1);
  const recordOne = async (request: HttpRequest) => {
    recorder.take();
    await lane.drive([bytesOf(request)]);
    return recorder.take();
  };
  const recordings = new Map<string, Recording[]>();
  for (const [name, { recorded = [] }] of measurements) {
    if (recorded.length > 0) say(`${name}: what it asks of the database`);
    const all: Recording[] = [];
    for (const request of recorded) all.push(await recordOne(request));
    recordings.set(name, all);
  }
  lane.close();
  await server.stop();
  await recorder.close();
  return recordings;
}

async function measure(
  stage: Stage,
  measurements: ByName<Measurement>,
  recordings: ByName<Recording[]>,
  nodeOptions: readonly string[],
): Promise<Row[]> {
  const { databasePoolSize } = Config.from({});
  const server = await stage.serve(stage.urlOf('live'), nodeOptions);
  const look = new StatementsAlone(stage.urlOf('live'), 1);
  const alone = new StatementsAlone(stage.urlOf('alone'), databasePoolSize);
  const rows: Row[] = [];
  for (const [name, measurement] of measurements) {
    say(`${name}: rounds`);
    const live = { url: server.url, ask: (question: string) => look.ask(question), alone };
    rows.push(...(await measurement.run({ ...live, recordings: recordings.get(name) ?? [] })));
  }
  await look.close();
  await alone.close();
  await server.stop();
  return rows;
}

const given = process.argv.slice(2);
const names = given.filter((word) => !word.startsWith('-'));
const unknown = names.find((name) => name !== HISTORY && PATHS.every((path) => path.name !== name));
if (unknown === undefined) {
  const wanted = PATHS.filter(({ name }) => names.length === 0 || names.includes(name));
  // `--cpu-prof` and the like are for the Node.js that runs the measured server.
  const nodeOptions = given.filter((word) => word.startsWith('-'));
  const rows = wanted.length === 0 ? [] : await onStage((stage) => bench(stage, wanted, nodeOptions));
  if (names.includes(HISTORY)) rows.push(...(await onStage((stage) => benchHistory(stage, say))));
  console.log(tableOf(rows));
} else {
  const choice = [...PATHS.map(({ name }) => name), HISTORY];
  console.error(`There is no ${unknown}. Choose from: ${choice.join(', ')}.`);
  process.exitCode = 64;
}
