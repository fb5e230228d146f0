import { DetectionRunner } from '../detection/detection-runner.ts';
import { attribute, type Attributed } from './attribution.ts';
import { Inbox } from './inbox.ts';
import { tell, type Told, type Wish } from './plan.ts';
import { type Answered, Player } from './player.ts';
import { settle } from './settlers.ts';
import type { Stage } from './stage.ts';

/** Something that honest hands did and the server refused: a slip's own trouble, or ours. */
export interface RefusedStep {
  readonly what: string;
  readonly code: string;
  /** The kind of slip; null where nothing was wrong, and the refusal itself is. */
  readonly slip: string | null;
  readonly detail: string;
}

export interface Played extends Told {
  readonly flags: readonly Attributed[];
  readonly refused: readonly RefusedStep[];
  readonly seconds: number;
}

/** Plays a country on an empty stage and reads what the inboxes say in the end. */
export async function playCountry({ app, clock }: Pick<Stage, 'app' | 'clock'>, wish: Wish): Promise<Played> {
  const began = performance.now();
  const told = tell(wish);
  const { country, plan, truth } = told;
  // Passes in the background go on from when the server first started.
  if (clock.now().getTime() > plan.startsAt) throw new RangeError('the stage was opened after the country began');
  clock.set(new Date(plan.startsAt));
  const credentials = await settle(app, country);
  const inbox = new Inbox(app, country, credentials);
  const night = async (at: number): Promise<void> => {
    await app.get(DetectionRunner).runDue();
    await inbox.glance(at);
  };
  const player = new Player({ app, clock, credentials, night });
  const refused: RefusedStep[] = [];
  const kinds = new Map(truth.incidents.map((incident) => [incident.id, incident]));
  await player.play(plan, (answered) => {
    const incident = kinds.get(truth.byTime.get(answered.step.at) ?? '');
    if (answered.status >= 400 && incident?.isFraud !== true)
      refused.push(refusedStep(answered, incident?.kind ?? null));
  });
  const flags = attribute(await inbox.all(player.codes), truth);
  return { ...told, flags, refused, seconds: (performance.now() - began) / 1000 };
}

function refusedStep({ step, status, body }: Answered, slip: string | null): RefusedStep {
  const { code = '', detail = '' } = JSON.parse(body) as { code?: string; detail?: string };
  const what = `${step.method} ${step.path.replaceAll(/RO-[\d-]+|\{[^}]+\}/g, '…')}`;
  return { what, code: `${status} ${code}`, slip, detail };
}
