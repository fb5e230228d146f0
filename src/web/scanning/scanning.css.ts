import { COLOURS } from '../design/colours.ts';
import { css } from '../design/css.ts';

const { light } = COLOURS;
const STATES = ['good', 'caution', 'suspect', 'unknown', 'plain'] as const;

/** Deep in the dark scheme as well: at arm's length, pink is no red. */
const deepColours = STATES.map((state) => `.verdict-screen.${state}{--s:${light[state]};}`).join('');

/** What the scanning kit (`islands/scanning`) needs of a face's stylesheet. */
export const SCANNING = css`
  .scanner,
  .camera {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .viewfinder {
    position: relative;
    overflow: hidden;
    aspect-ratio: 1;
    max-height: 60vh;
    border-radius: var(--round);
    background: #000;
    color: #fff;
  }
  .viewfinder[hidden] {
    display: none;
  }
  .viewfinder video {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .viewfinder p {
    position: absolute;
    inset: auto 0 0;
    padding: var(--step);
    background: #000b;
    text-align: center;
    font-size: var(--small);
  }
  .viewfinder::after {
    content: '';
    position: absolute;
    inset: 18%;
    border: 3px solid #fff;
    border-radius: var(--round);
    opacity: 0.8;
    pointer-events: none;
  }
  .scanner-tools label:not(.tool) {
    flex: 1 1 12rem;
  }
  .scanner-tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--step);
    align-items: end;
  }
  .tool {
    flex: 1 1 8rem;
    width: auto;
    min-height: 3rem;
    padding: 0.625rem 1rem;
    border: 1px solid var(--edge);
    border-radius: var(--step);
    background: var(--card);
    color: var(--link);
    font-weight: 600;
    text-align: center;
    cursor: pointer;
  }
  .tool:focus-within {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .tool-says {
    flex-basis: 100%;
    order: 1;
  }
  .tool-says:empty {
    display: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    opacity: 0;
  }
  .typing {
    display: grid;
    gap: var(--step);
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: end;
  }
  .typing > button {
    width: auto;
  }
  .typing > button,
  .typing input {
    min-height: 3.25rem;
  }
  .troubles > li {
    margin-top: var(--step);
  }
  .test-code img {
    display: block;
    width: min(100%, 16rem);
    margin: 0 auto var(--step);
  }
  @media (min-width: 60rem) {
    .two > .test-code {
      order: 1;
    }
  }
  @media print {
    .test-code img {
      width: 30mm;
    }
  }
  .verdict-screen {
    position: fixed;
    inset: 0;
    z-index: 10;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 1rem;
    padding: 1.5rem;
    overflow-y: auto;
    overscroll-behavior: contain;
    text-align: center;
    background: var(--s);
    color: var(--card);
    --card: ${light.card};
    --link: ${light.link};
    cursor: pointer;
  }
  ${deepColours}
  .verdict-screen > * {
    max-width: 40rem;
  }
  .verdict-screen > svg {
    width: min(40vw, 9rem);
    height: min(40vw, 9rem);
    color: var(--card);
    --t: var(--s);
  }
  .verdict-screen :focus-visible {
    outline-color: var(--card);
  }
  .verdict-screen strong {
    font-size: 2.25rem;
    line-height: 1.2;
  }
  .verdict-screen > button {
    width: auto;
    min-width: 12rem;
    text-align: center;
  }
`;
