import { BASE } from '../design/base.css.ts';
import { COMPONENTS } from '../design/components.css.ts';
import { css, stylesheet } from '../design/css.ts';
import { TOKENS } from '../design/tokens.css.ts';

/** Read at a counter, on a phone: one column, figures in line. On a wide screen the verdict stays beside the lines. */
const OWNER = css`
  .head {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1rem;
    margin-bottom: var(--step);
  }
  .say svg {
    vertical-align: -0.2em;
  }
  .way dt::before {
    content: '';
    display: inline-block;
    margin-right: 0.625em;
    border: 0.25em solid var(--edge);
    border-radius: 50%;
    vertical-align: 0.1em;
  }
  .off {
    color: var(--caution);
  }
  .prices dl {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1rem;
  }
  .prices {
    margin-top: 1rem;
    padding-block: 0.75rem;
    border-block: 1px solid var(--line);
  }
  .prices dt {
    font-size: var(--small);
  }
  .prices b {
    font-size: var(--large);
  }
  .card:not(.stack) > .notice,
  .facts,
  .facts + *,
  .claims {
    margin-top: 1rem;
  }
  .case + .case {
    border-top: 1px solid var(--line);
    padding-top: 1rem;
  }
  .facts + .ask {
    display: inline-block;
    margin: 0.25rem 0 -0.75rem;
    padding: 0.75rem 1rem 0.75rem 0;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .scale {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    margin-top: var(--step);
  }
  .scale label {
    display: grid;
    justify-items: center;
    align-content: start;
    padding-block: var(--step);
    cursor: pointer;
  }
  .scale input {
    width: 1.5rem;
    min-height: 1.5rem;
    margin: 0;
    accent-color: var(--link);
  }
  .periods {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .periods label {
    display: flex;
    align-items: center;
    gap: var(--step);
    min-height: 3rem;
  }
  .periods input {
    width: 1.25rem;
    min-height: 1.25rem;
    accent-color: var(--link);
  }
  .qr {
    display: block;
    width: 11rem;
    margin-top: 1rem;
  }
  .photo {
    display: block;
    width: auto;
    max-width: 100%;
    height: 8rem;
    margin-top: var(--step);
    border-radius: var(--step);
  }
  .claims li + li {
    margin-top: 0.75rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  caption {
    text-align: left;
    font-size: var(--large);
    font-weight: 700;
    padding-bottom: var(--step);
  }
  th,
  td {
    text-align: left;
    font-weight: 400;
    padding: var(--step) 0;
    border-top: 1px solid var(--line);
    vertical-align: baseline;
  }
  td {
    text-align: right;
    white-space: nowrap;
    padding-left: 1rem;
  }
  .part > * {
    border: 0;
    padding-top: 0;
  }
  .total > * {
    font-weight: 700;
    font-size: var(--large);
    padding-bottom: 0;
  }
  .narrow {
    max-width: 34rem;
    margin: auto;
  }
  @media (min-width: 60rem) {
    .pair {
      grid-template-columns: 24rem 1fr;
      gap: 1.5rem;
    }
    .pair > :first-child {
      position: sticky;
      top: 1rem;
    }
  }
`;

export const OWNER_STYLE = stylesheet(TOKENS, BASE, COMPONENTS, OWNER);
