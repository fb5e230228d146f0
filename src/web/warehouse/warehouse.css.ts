import { css, stylesheet } from '../design/css.ts';
import { STAFF_SHEETS } from '../staff/staff.css.ts';

/** For people who handle thousands of things: lists that can be scanned with the eye, targets that a glove can hit. */
const WAREHOUSE = css`
  .go {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    min-height: 3rem;
    padding: 0.5rem 1.25rem;
    border: 1px solid var(--edge);
    border-radius: var(--step);
    background: var(--card);
    font-weight: 600;
    text-decoration: none;
  }
  .go.first {
    background: var(--link);
    border-color: var(--link);
    color: var(--on-link);
  }
  .goes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
  }
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--step);
  }
  .search label {
    grid-column: 1 / -1;
  }
  .search > button.main {
    width: auto;
    min-width: 0;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(6.25rem, 1fr));
    gap: 0.75rem;
  }
  .tile {
    display: block;
    padding: 0.875rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--round);
    background: var(--card);
    color: var(--soft);
    font-size: var(--small);
    text-decoration: none;
  }
  a.tile:hover {
    border-color: var(--edge);
  }
  .tile b {
    display: block;
    color: var(--ink);
    font-size: clamp(1.25rem, 6vw, 1.75rem);
    line-height: 1.3;
    white-space: nowrap;
  }
  .three {
    display: grid;
    gap: 1rem;
    align-items: start;
    grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
  }
  .part {
    display: block;
  }
  td .soft,
  th .soft {
    display: block;
  }
  th[scope='row'] {
    font-weight: 400;
  }
  td.num,
  th.num {
    padding-right: 0;
    padding-left: 1rem;
  }
  thead th {
    white-space: nowrap;
  }
  tbody td {
    overflow-wrap: break-word;
  }
  .num + :not(.num) {
    padding-left: 1.5rem;
  }
  td:last-child {
    padding-right: 0;
  }
  .chip {
    justify-self: start;
  }
  button:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  table summary {
    width: auto;
    min-height: 1.75rem;
    padding: 0.125rem 0;
    border: 0;
    background: none;
    font-size: var(--small);
  }
  table summary::after {
    float: none;
    margin-left: 0.5em;
  }
  table [open] > summary {
    margin-bottom: 0;
  }
  progress {
    display: block;
    margin-block: 0.375rem;
    width: 100%;
    height: var(--step);
    appearance: none;
    border: 0;
    border-radius: 99rem;
    overflow: hidden;
    background: var(--plain-tint);
    color: var(--link);
  }
  progress::-webkit-progress-bar {
    background: var(--plain-tint);
  }
  progress::-webkit-progress-value {
    background: var(--link);
    transition: width 0.3s;
  }
  progress::-moz-progress-bar {
    background: var(--link);
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(7.5rem, 1fr));
    gap: 0.75rem;
    align-items: end;
  }
  .row > button {
    text-align: center;
  }
  .proof {
    display: grid;
    justify-items: center;
    padding: 1rem;
    border-radius: var(--step);
    background: var(--plain-tint);
  }
  .proof img {
    width: 100%;
    max-width: 22rem;
    height: auto;
    border-radius: 2px;
    background: #fff;
  }
  .sheet {
    display: grid;
    gap: 2px;
    max-width: 15rem;
    padding: var(--step);
    border: 1px solid var(--line);
    background: var(--paper);
    direction: ltr;
  }
  .sheet.a4-24 {
    grid-template-columns: repeat(3, 1fr);
  }
  .sheet.a4-65 {
    grid-template-columns: repeat(5, 1fr);
  }
  .sheet label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: 1.5rem;
    background: var(--card);
    border: 1px solid var(--line);
    font-size: 0.75rem;
    cursor: pointer;
  }
  .sheet input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    min-height: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .sheet label:has(:checked) {
    background: var(--link);
    color: var(--on-link);
    font-weight: 700;
  }
  .sheet label:has(:focus-visible) {
    outline: 3px solid var(--link);
    outline-offset: 1px;
  }
  .carton-label {
    text-align: center;
  }
  .carton-label img {
    width: 100%;
    max-width: 33rem;
    height: auto;
    padding: 0.75rem;
    background: #fff;
  }
  input[type='file'] {
    padding: 0.625rem;
  }
  .scan-list {
    max-height: 28rem;
    overflow-y: auto;
  }
  .scan-list > li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0.125rem 0.625rem;
    align-items: baseline;
    padding: 0.625rem 0;
    border-top: 1px solid var(--line);
  }
  .scan-list > li:first-child {
    border-top: 0;
  }
  .scan-list > li > svg {
    align-self: center;
  }
  .scan-list > li > :nth-child(n + 4) {
    grid-column: 2 / -1;
  }
  .big {
    font-size: 2.25rem;
    font-weight: 700;
    line-height: 1.1;
  }
  .big small {
    font-size: 1.125rem;
    font-weight: 400;
    color: var(--soft);
  }
  .scan-list .small {
    min-height: 2rem;
    padding: 0.125rem 0.625rem;
    font-size: var(--small);
  }
  .told {
    min-height: 5.5rem;
  }
  .told b {
    font-size: var(--large);
  }
  .choices button,
  .goes button {
    width: auto;
    text-align: center;
  }
  .scanner-pair {
    display: grid;
    gap: 1rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 60rem) {
    .scanner-pair {
      grid-template-columns: 24rem minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      gap: 1rem 1.5rem;
    }
    .scanner-pair > .stack {
      grid-area: 1 / 2 / span 2;
    }
  }
  @media print {
    .carton-label img {
      /* 0.5 mm a module, 32 mm high. */
      width: 88mm;
      max-width: none;
      height: 32mm;
      padding: 0;
    }
  }
  @media (max-width: 40rem) {
    .fold thead {
      position: absolute;
      left: -99rem;
    }
    .fold,
    .fold tbody {
      display: block;
    }
    .scroll > .fold {
      min-width: 0;
    }
    .fold tr {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr));
      gap: 0 1rem;
      padding: 0.75rem 0;
      border-top: 1px solid var(--line);
    }
    .fold tbody tr:first-child {
      border: 0;
      padding-top: 0;
    }
    .fold td,
    .fold td.num,
    .fold th[scope='row'] {
      border: 0;
      padding: 0.125rem 0;
      text-align: left;
    }
    .fold th[scope='row'] {
      grid-column: 1 / -1;
    }
    .fold [data-name]::before {
      content: attr(data-name);
      display: block;
      color: var(--soft);
      font-size: var(--small);
    }
  }
`;

export const WAREHOUSE_STYLE = stylesheet(...STAFF_SHEETS, WAREHOUSE);
