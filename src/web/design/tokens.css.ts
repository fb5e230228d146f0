import { COLOURS } from './colours.ts';
import { css } from './css.ts';

const variables = (scheme: keyof typeof COLOURS): string =>
  Object.entries(COLOURS[scheme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

/**
 * Colours, four sizes of type and a step of space that all else is a multiple of. Paper is white, so print never takes the
 * dark colours.
 */
export const TOKENS = css`
  :root {
    color-scheme: light dark;
    ${variables('light')}
    --small: 0.875rem;
    --large: 1.1875rem;
    --huge: 1.5rem;
    --step: 0.5rem;
    --round: 0.75rem;
  }
  @media screen and (prefers-color-scheme: dark) {
    :root {
      ${variables('dark')}
    }
  }
`;
