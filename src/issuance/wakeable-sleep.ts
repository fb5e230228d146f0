/** A pause that can be cut short. A call that comes before the pause is not lost: the next pause is skipped. */
export class WakeableSleep {
  private isCalled = false;
  private endPause: (() => void) | undefined;

  async for(milliseconds: number): Promise<void> {
    if (!this.isCalled) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.endPause = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.endPause = undefined;
    this.isCalled = false;
  }

  wake(): void {
    this.isCalled = true;
    this.endPause?.();
  }
}
