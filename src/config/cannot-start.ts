/** Exit codes after sysexits.h, so that a service manager can tell a bad setting from a missing neighbour. */
export const EXIT = { badUsage: 64, unavailable: 69, cannotCreate: 73, badConfiguration: 78 } as const;

/**
 * The server cannot start, and the person at the terminal can mend it: `message` is what happened, `remedy` what to do,
 * both in plain words without a stack trace. Anything else that is thrown while starting is a fault of ours.
 */
export class CannotStart extends Error {
  constructor(
    message: string,
    readonly remedy: string,
    readonly exitCode: number = EXIT.unavailable,
  ) {
    super(message);
    this.name = 'CannotStart';
  }
}
