import { css } from './css.ts';

/** What pages are put together from. A state gives its ink `--s` and tint `--t` to whatever stands in it. */
export const COMPONENTS = css`
  .good {
    --s: var(--good);
    --t: var(--good-tint);
  }
  .caution {
    --s: var(--caution);
    --t: var(--caution-tint);
  }
  .suspect {
    --s: var(--suspect);
    --t: var(--suspect-tint);
  }
  .unknown {
    --s: var(--unknown);
    --t: var(--unknown-tint);
  }
  .plain {
    --s: var(--plain);
    --t: var(--plain-tint);
  }
  svg {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    color: var(--s);
    fill: none;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  symbol path {
    stroke: currentColor;
  }
  symbol path:not(:last-child) {
    fill: currentColor;
    stroke: none;
  }
  symbol path + path {
    stroke: var(--t);
  }
  .stack {
    display: grid;
    gap: 1rem;
    align-items: start;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .card,
  .notice {
    padding: 1.25rem;
    border-radius: var(--round);
    background: var(--card);
    border: 1px solid var(--line);
  }
  .notice {
    background: var(--t);
    border-color: transparent;
    padding-block: 0.875rem;
  }
  .with {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.625rem;
  }
  .with > svg {
    margin-top: 0.15em;
  }
  .verdict {
    align-items: center;
    background: var(--t);
    border-color: transparent;
    padding-block: 1.5rem;
    gap: 1rem;
  }
  .verdict > svg {
    width: 3rem;
    height: 3rem;
    margin: 0;
  }
  .verdict h1 {
    color: var(--s);
    margin-top: 0.25rem;
  }
  h1 + p,
  h2 + p {
    margin-top: 0.25rem;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .wide p + p,
  .notice p + p {
    margin-top: var(--step);
  }
  .whole {
    white-space: nowrap;
  }
  .say {
    color: var(--s);
    font-weight: 600;
  }
  .soft {
    color: var(--soft);
    font-size: var(--small);
  }
  .facts {
    display: grid;
    grid-template-columns: 6.25em 1fr;
    gap: 0.375rem 0.75rem;
    font-size: 0.9375rem;
  }
  dt {
    color: var(--soft);
  }
  .code {
    font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.95em;
  }
  button,
  summary,
  input,
  textarea {
    width: 100%;
    min-height: 3rem;
    padding: 0.625rem 1rem;
    font: inherit;
    color: inherit;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: var(--step);
  }
  button,
  summary {
    cursor: pointer;
    color: var(--link);
    font-weight: 600;
    list-style: none;
    text-align: left;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '+' / '';
    float: right;
    margin-left: var(--step);
  }
  [open] > summary::after {
    content: '–' / '';
  }
  button.main {
    background: var(--link);
    color: var(--on-link);
    border-color: var(--link);
    text-align: center;
  }
  [open] > summary {
    margin-bottom: 0.75rem;
  }
  form {
    display: grid;
    gap: var(--step);
  }
  @media print {
    /* Grids do not break well across sheets. */
    .stack {
      display: block;
    }
    .stack > * + * {
      margin-top: 1rem;
    }
    section,
    .notice,
    .facts {
      break-inside: avoid;
    }
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
