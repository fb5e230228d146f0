import { DetectionRunner } from '../../src/detection/detection-runner.ts';
import { type Answer, answered, PART, type Person, World, type Workshop } from './actors.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const serialOf = (code: string): string => /\/21\/(\w{12})/.exec(code)![1]!;

/** What stands on a label, typed with one slip of the finger. */
export const mistyped = (code: string): string => {
  const serial = serialOf(code);
  return `09521234100003 ${serial.slice(0, -1)}${serial.endsWith('7') ? '8' : '7'}`;
};

/** A world in which time goes by and the passes in the background look. */
export class DetectionStage {
  private orders = 0;

  private constructor(readonly world: World) {}

  static async open(): Promise<DetectionStage> {
    return new DetectionStage(await World.start());
  }

  now(): Date {
    return this.world.app.clock.now();
  }

  wait(milliseconds: number): void {
    this.world.app.clock.advance(milliseconds);
  }

  /** Every pass that is due. */
  detect(): Promise<void> {
    return this.world.app.app.get(DetectionRunner).runDue();
  }

  /** The passes again at once, as if their time had come. */
  async detectAgain(): Promise<void> {
    await this.world.database.run('UPDATE detection_pass SET due_at = $1', [this.now()]);
    await this.detect();
  }

  async flagsOf(rule: string, who: Person = this.world.analyst): Promise<Answer[]> {
    return answered(await who.get(`/api/flags?rule=${rule}`)).items as Answer[];
  }

  /** An approved order for one part, in a car of its own. */
  async order(workshop: Workshop, partNumber: string = PART.brakePads): Promise<{ number: string; vin: string }> {
    const count = ++this.orders;
    const [number, vin] = [`RO-B${count}`, `LCHARE3K8AN3${String(count).padStart(5, '0')}`];
    const car = { vehicle: { vin, model: 'E300' }, openedAt: this.now().toISOString() };
    await workshop.advisor.opens(number, [{ partNumber, unitPrice: '428.00', concern: '异响' }], car);
    await workshop.advisor.approves(number, 1);
    return { number, vin };
  }

  /** The unit fitted on an order of its own. */
  async fit(
    workshop: Workshop,
    code: string,
    more: Answer = {},
    partNumber: string = PART.brakePads,
  ): Promise<{ number: string; vin: string }> {
    const order = await this.order(workshop, partNumber);
    const fitting = { line: 1, code, vin: order.vin, removedPart: { outcome: 'with_owner' }, ...more };
    answered(await workshop.technician.fits(order.number, fitting));
    return order;
  }
}
