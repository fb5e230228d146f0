import { BASE } from '../design/base.css.ts';
import { COMPONENTS } from '../design/components.css.ts';
import { css, stylesheet } from '../design/css.ts';
import { TOKENS } from '../design/tokens.css.ts';
import { SCANNING } from '../scanning/scanning.css.ts';

/**
 * For one hand in a glove: nothing to touch is smaller than 48 px, the rooms lie at the thumb, and one thing on a screen is
 * the main one.
 */
const WORKSHOP = css`
  .app,
  .opening {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    max-width: 44rem;
    margin: auto;
  }
  .opening {
    align-items: center;
    justify-content: center;
    color: var(--soft);
  }
  .app > main {
    flex: 1;
    width: 100%;
    margin: 0;
    padding: 0.5rem 1rem 2rem;
  }
  main [tabindex='-1']:focus {
    outline: 0;
  }
  .told {
    scroll-margin-top: 4rem;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: var(--step);
    min-height: 3.5rem;
    padding: 0 0.5rem 0 1rem;
    background: var(--paper);
  }
  .bar:has(.round) {
    padding-left: 0.25rem;
  }
  .mark {
    font-size: var(--large);
  }
  .gap {
    margin-right: auto;
  }
  .round,
  .who,
  .waiting {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    min-height: 3rem;
    padding: 0 0.75rem;
    color: var(--ink);
    text-decoration: none;
  }
  /* What waits is told whole; who works here is cut. */
  .waiting,
  .who > span {
    white-space: nowrap;
  }
  .who > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .who {
    /* Its icon at least: behind it is the way out. */
    min-width: 3.25rem;
    color: var(--soft);
    font-size: var(--small);
  }
  .waiting,
  .who > svg {
    flex: none;
  }
  .waiting {
    color: var(--link);
    font-weight: 600;
  }
  .round > svg {
    width: 1.5rem;
    height: 1.5rem;
  }
  .rooms {
    position: sticky;
    bottom: 0;
    z-index: 2;
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    background: var(--card);
    border-top: 1px solid var(--line);
    padding-bottom: env(safe-area-inset-bottom);
  }
  .rooms a {
    display: grid;
    justify-items: center;
    gap: 0.125rem;
    padding: 0.5rem 0 0.375rem;
    min-height: 3.5rem;
    border-top: 3px solid transparent;
    color: var(--soft);
    font-size: var(--small);
    text-decoration: none;
  }
  .rooms a[aria-current] {
    color: var(--link);
    border-color: var(--link);
    font-weight: 600;
  }
  .rooms svg {
    width: 1.5rem;
    height: 1.5rem;
  }
  .strip {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    min-height: 3rem;
    padding: 0.25rem 1rem;
    background: var(--t, var(--plain-tint));
    font-weight: 600;
  }
  .strip a {
    margin-left: auto;
    padding: 0.75rem;
    white-space: nowrap;
  }
  .strip-form {
    margin: 0 1rem;
  }
  .strip-form[open] {
    padding-bottom: 1rem;
  }
  .inline {
    width: auto;
    min-height: 3rem;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .thumb {
    flex: none;
    width: 4.5rem;
    height: 4.5rem;
    border-radius: var(--step);
    object-fit: cover;
    background: var(--plain-tint);
  }
  .quiet,
  .empty {
    color: var(--soft);
  }
  .empty {
    padding: 2.5rem 1rem;
    text-align: center;
  }
  .more {
    display: flex;
    align-items: center;
    min-height: 3rem;
    padding: 0.625rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--step);
    background: var(--card);
    font-weight: 600;
    text-decoration: none;
  }
  .more.main {
    background: var(--link);
    border-color: var(--link);
    color: var(--on-link);
  }
  form > .more {
    justify-content: center;
  }
  button.main,
  .more.main {
    min-height: 3.5rem;
    justify-content: center;
  }
  button:disabled {
    opacity: 0.6;
    cursor: default;
  }
  a.card {
    color: inherit;
    text-decoration: none;
  }
  .order {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.125rem 0.75rem;
    align-items: baseline;
    padding: 1rem 1.25rem;
  }
  .plate {
    font-size: var(--large);
    font-weight: 700;
  }
  .end {
    margin-left: auto;
    text-align: right;
  }
  .with-icon {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .under {
    display: block;
  }
  .line {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.875rem;
    align-items: center;
    padding: 1rem 1.25rem;
  }
  .line > span:first-child > svg {
    display: block;
    width: 2rem;
    height: 2rem;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.375em;
    padding: 0.125rem 0.625rem 0.125rem var(--step);
    border-radius: 99rem;
    background: var(--t);
    color: var(--s);
    font-size: var(--small);
    font-weight: 600;
    white-space: nowrap;
  }
  progress {
    grid-column: 1 / -1;
    appearance: none;
    width: 100%;
    height: 0.375rem;
    margin: var(--step) 0 0.25rem;
    border: 0;
    border-radius: 99rem;
    overflow: hidden;
    background: var(--line);
  }
  progress::-webkit-progress-bar {
    background: var(--line);
  }
  progress::-webkit-progress-value {
    background: var(--s);
  }
  progress::-moz-progress-bar {
    background: var(--s);
  }
  .tally {
    position: sticky;
    top: 3.5rem;
    padding: var(--step) 0;
    background: var(--paper);
  }
  label > span,
  legend {
    display: block;
    margin-bottom: 0.25rem;
    font-size: var(--small);
    font-weight: 600;
  }
  legend {
    float: left;
    width: 100%;
    font-size: 1rem;
  }
  legend + * {
    clear: both;
  }
  .pair > legend {
    grid-column: 1 / -1;
    margin: 0;
  }
  select {
    width: 100%;
    min-height: 3rem;
    padding: 0.625rem 1rem;
    font: inherit;
    color: inherit;
    background: var(--card);
    border: 1px solid var(--edge);
    border-radius: var(--step);
  }
  .fields {
    gap: 1rem;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 1rem;
    align-items: end;
  }
  .pick,
  .choice {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-height: 3rem;
    cursor: pointer;
  }
  .pick {
    padding: 0 1rem;
    border: 1px solid var(--edge);
    border-radius: var(--step);
  }
  .pick > span {
    margin: 0;
    font-size: 1rem;
  }
  .pick:has(:checked) {
    border-color: var(--link);
    box-shadow: inset 0 0 0 1px var(--link);
  }
  .pick input,
  .choice input {
    flex: none;
    width: 1.5rem;
    min-height: 1.5rem;
    accent-color: var(--link);
  }
  fieldset.stack {
    gap: var(--step);
  }
  .choices {
    display: grid;
    gap: var(--step);
  }
  .steps {
    counter-reset: step;
    display: grid;
    gap: 0.75rem;
    margin-top: 0.75rem;
  }
  .steps > li {
    counter-increment: step;
    display: grid;
    grid-template-columns: 2rem 1fr;
  }
  .steps > li::before {
    content: counter(step);
    color: var(--soft);
    font-weight: 700;
  }
  .claims {
    display: grid;
    gap: 0.75rem;
    margin-top: 0.75rem;
  }
  .claims > li {
    grid-template-columns: auto 1fr auto;
  }
  .deeds {
    padding: 0.25rem 1.25rem;
  }
  .deeds > li {
    padding: 0.875rem 0;
    border-top: 1px solid var(--line);
  }
  .deeds > li:first-child {
    border: 0;
  }
  .over {
    display: flex;
    align-items: center;
  }
  .said-list > li + li {
    margin-top: var(--step);
  }
  .conflict h3,
  .paper h3 {
    font-size: 1rem;
  }
  .sums {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.375rem 1rem;
  }
  .sums > dd {
    text-align: right;
  }
  .sums > :nth-last-child(-n + 2) {
    padding-top: var(--step);
    border-top: 1px solid var(--line);
    color: inherit;
    font-weight: 700;
  }
  .owner-link {
    display: grid;
    justify-items: center;
    gap: var(--step);
    text-align: center;
  }
  .owner-link a {
    padding: 0.625rem;
  }
  .owner-link img {
    border-radius: var(--step);
    background: #fff;
  }
  .facts .inline {
    padding: 0;
    margin-block: -0.75rem;
  }
  .facts {
    grid-template-columns: minmax(5.5em, max-content) minmax(0, 1fr);
  }
  @media (min-width: 60rem) {
    .rooms {
      border: 1px solid var(--line);
      border-bottom: 0;
      border-radius: var(--round) var(--round) 0 0;
      overflow: hidden;
    }
  }
  @media print {
    .bar,
    .rooms,
    .said,
    .app > main > :not(.paper):not(div:first-child) {
      display: none;
    }
  }
`;

export const WORKSHOP_STYLE = stylesheet(TOKENS, BASE, COMPONENTS, SCANNING, WORKSHOP);
