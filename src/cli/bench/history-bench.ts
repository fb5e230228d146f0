import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { AuthModule } from '../../auth/auth.module.ts';
import { BackTestModule } from '../../back-test/back-test.module.ts';
import { BackTestService } from '../../back-test/back-test.service.ts';
import { Config } from '../../config/config.ts';
import { ConfigModule } from '../../config/config.module.ts';
import { Constraints } from '../../database/constraints.ts';
import { DatabaseModule } from '../../database/database.module.ts';
import { DetectionModule } from '../../detection/detection.module.ts';
import { Database } from '../../database/database.ts';
import { DetectionRunner } from '../../detection/detection-runner.ts';
import { createApplication } from '../../http/application.ts';
import { HttpModule } from '../../http/http.module.ts';
import { createLog } from '../../http/log.ts';
import { Clock, SystemClock } from '../../kernel/clock.ts';
import type { OrganisationId } from '../../kernel/identifiers.ts';
import { PUBLIC_URL } from './benched-server.ts';
import { DemoStaff } from './demo-staff.ts';
import { makeHistory } from './history.ts';
import { perSecond, type Row } from './hot-path.ts';
import { liveOneLife } from './one-life.ts';
import { inTurn, ratiosOf, secondsOf, spreadOf } from './rounds.ts';
import type { Stage } from './stage.ts';
import { StatementsAlone } from './statements-alone.ts';
import { WireRecorder } from './wire-recorder.ts';

const SCANS = 1_000_000;
/** What the passes look at in a round: a hundred seconds of {@link A_SECOND}. */
const A_ROUND = 20_000;
const A_SECOND = 200;
/** One whose scans are told apart by the ledger, one for which every reading of a place must be compared, one that reads all. */
const BACK_TESTED = ['K05', 'B01', 'C02'];
const BACK_TESTS = 3;
const WANTED_SECONDS = 60;
const YEAR = 366 * 86_400_000;

type Say = (line: string) => void;

/** What takes time where there is much of the past: the passes in the background, and a rule tried on all of it. */
export async function benchHistory(stage: Stage, say: Say): Promise<Row[]> {
  const url = stage.urlOf('world');
  const client = new Client({ connectionString: url });
  await client.connect();
  say('one life');
  const server = await stage.serve(url);
  const staff = (who: string) => DemoStaff.signIn(server.url, who);
  const [warehouse, advisor] = [await staff('warehouse'), await staff('advisor')];
  const [technician, stranger] = [await staff('technician'), await staff('technician2')];
  const serial = await liveOneLife({ url: server.url, warehouse, advisor, technician, stranger });
  await server.stop();
  say(`copies of it, until there are ${SCANS.toLocaleString('en')} scans`);
  await makeHistory(client, serial, SCANS);
  const rows = [...(await passes(url, client, say)), ...(await backTests(url, say))];
  await client.end();
  return rows;
}

async function passes(url: string, client: Client, say: Say): Promise<Row[]> {
  say('passes: what they ask of the database');
  const { rows } = await client.query<{ from: Date }>(
    'SELECT recorded_at AS from FROM scan ORDER BY recorded_at DESC OFFSET $1 LIMIT 1',
    [A_ROUND],
  );
  // Rates are looked at once a day, whatever the hour brings.
  const makeDue = () =>
    client.query("UPDATE detection_pass SET done_until = $1, due_at = $1 WHERE name <> 'rates'", [rows[0]!.from]);
  const look = async (app: NestFastifyApplication) => {
    await makeDue();
    return secondsOf(() => app.get(DetectionRunner).runDue());
  };
  const recorder = await WireRecorder.listen(url);
  const recorded = await serve(recorder.url);
  // What is found the first time is news and is written down; from then on each round is alike.
  await look(recorded);
  recorder.take();
  await look(recorded);
  const trace = recorder.take().statements;
  await recorded.close();
  await recorder.close();

  say('passes: rounds');
  const app = await serve(url);
  const alone = new StatementsAlone(url, 1);
  const rounds = await inTurn(
    async () => A_ROUND / (await look(app)),
    async () => A_ROUND / (await secondsOf(() => alone.drive([trace], 1))),
  );
  await alone.close();
  await app.close();
  const { median, least, most } = spreadOf(rounds.ours);
  return [
    {
      what: `passes over ${A_ROUND.toLocaleString('en')} new scans`,
      ours: perSecond(median, 'scans'),
      limit: `${perSecond(spreadOf(rounds.limit).median, 'scans')} their statements alone`,
      ratio: ratiosOf(rounds),
      note: `${trace.length.toLocaleString('en')} statements; 4 of 100 scans are late`,
    },
    {
      what: `passes at ${A_SECOND} scans/s`,
      ours: perSecond(median, 'scans'),
      limit: `${A_SECOND} scans/s come in`,
      ratio: { median: median / A_SECOND, least: least / A_SECOND, most: most / A_SECOND },
      wanted: 1,
    },
  ];
}

async function backTests(url: string, say: Say): Promise<Row[]> {
  const app = await serve(url);
  const maker = await app.get(Database).first<{ id: OrganisationId }>("SELECT id FROM organisation WHERE code = 'CH'");
  const rows: Row[] = [];
  for (const rule of BACK_TESTED) {
    say(`back-test of ${rule}`);
    const wish = { makerId: maker!.id, rule, policy: {}, from: new Date(Date.now() - YEAR) };
    const seconds: number[] = [];
    let told = '';
    for (let time = 0; time < BACK_TESTS; time++) {
      seconds.push(
        await secondsOf(async () => {
          const { scans, after } = await app.get(BackTestService).run(wish);
          told = `${scans.toLocaleString('en')} scans judged, ${after.flags.toLocaleString('en')} flags`;
        }),
      );
    }
    const { median, least, most } = spreadOf(seconds);
    rows.push({
      what: `back-test of ${rule}, 1M scans`,
      ours: `${median.toFixed(1)} s`,
      limit: `${WANTED_SECONDS} s wanted`,
      ratio: { median: WANTED_SECONDS / median, least: WANTED_SECONDS / most, most: WANTED_SECONDS / least },
      wanted: 1,
      note: `${told}; median of ${BACK_TESTS}`,
    });
  }
  await app.close();
  return rows;
}

/** What looks back, in this process, so that a pass begins when it is told to. */
class LookingBack {
  static forRoot(config: Config): DynamicModule {
    return {
      module: LookingBack,
      global: true,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule,
        HttpModule.forRoot(Constraints.of()),
        AuthModule,
        DetectionModule,
        BackTestModule,
      ],
      providers: [{ provide: Clock, useValue: new SystemClock() }],
      exports: [Clock],
    };
  }
}

async function serve(databaseUrl: string): Promise<NestFastifyApplication> {
  const config = Config.from({ NODE_ENV: 'production', PUBLIC_URL, DATABASE_URL: databaseUrl });
  const app = await createApplication(LookingBack.forRoot(config), config, createLog('error'));
  await app.init();
  return app;
}
