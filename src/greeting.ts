import type { Config } from './config/config.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from './demo/demo-people.ts';
import { type DemoLinks, ORDER_TO_TRY } from './demo/demo-story.ts';

/** What the start says once it serves: where it is and, in a demo, whom to be and what to open first. */
export function greeting({ publicUrl }: Config, demo: DemoLinks | undefined): string[] {
  const addresses = [
    '',
    `Truepart is at ${publicUrl}`,
    `  check a part       ${publicUrl}/check`,
    `  staff sign in      ${publicUrl}/sign-in`,
    `  API documents      ${publicUrl}/api/docs`,
    `  public keys        ${publicUrl}/.well-known/jwks.json`,
  ];
  if (!demo) return [...addresses, ''];
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length));
  return [
    ...addresses,
    '',
    'Demo world. An owner’s view of two finished orders:',
    `  honest             ${demo.honest}`,
    `  a swapped part     ${demo.swapped}`,
    '',
    `Labels for a technician to type or scan at line 1 of ${ORDER_TO_TRY}:`,
    `  the right part     ${demo.labels.right}`,
    `  another part       ${demo.labels.other}`,
    `  a forged label     ${demo.labels.forged}`,
    '',
    `Demo accounts, password ${DEMO_PASSWORD}:`,
    ...DEMO_ACCOUNTS.map(
      ({ email, organisation, roles }) => `  ${email.padEnd(width)}  ${organisation.padEnd(9)}  ${roles.join(', ')}`,
    ),
    '',
  ];
}
