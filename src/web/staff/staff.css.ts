import { BASE } from '../design/base.css.ts';
import { COMPONENTS } from '../design/components.css.ts';
import { css, stylesheet } from '../design/css.ts';
import { TOKENS } from '../design/tokens.css.ts';
import { SCANNING } from '../scanning/scanning.css.ts';

/** For people who stay all day: denser than the owner’s page, everything within the reach of the Tab key. */
const STAFF = css`
  .nav {
    border-block: 1px solid var(--line);
    background: var(--card);
    margin-bottom: 1.5rem;
  }
  .nav > div {
    max-width: 68rem;
    margin: auto;
    padding: 0 1rem;
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    align-items: center;
  }
  .nav a {
    display: inline-block;
    padding: 0.75rem 0 calc(0.75rem - 3px);
    border-bottom: 3px solid transparent;
    text-decoration: none;
    font-weight: 600;
  }
  .nav a[aria-current] {
    color: var(--ink);
    border-color: var(--link);
  }
  .nav .me {
    margin-left: auto;
  }
  .narrow {
    max-width: 26rem;
    margin-inline: auto;
  }
  .middle {
    max-width: 44rem;
  }
  .over {
    display: flex;
    flex-wrap: wrap;
    gap: var(--step) 1rem;
    align-items: center;
  }
  .end {
    margin-left: auto;
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
  label {
    display: block;
  }
  label > span,
  legend {
    display: block;
    font-weight: 600;
    font-size: var(--small);
    margin-bottom: 0.25rem;
  }
  .choice {
    display: flex;
    gap: var(--step);
    align-items: center;
    min-height: 2.5rem;
  }
  .choice input {
    width: 1.25rem;
    min-height: 1.25rem;
    height: 1.25rem;
    flex: none;
    accent-color: var(--link);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    align-items: end;
  }
  .filters label {
    flex: 1 1 9rem;
  }
  .filters button {
    width: auto;
    min-width: 7rem;
    text-align: center;
  }
  .filters input,
  .filters select,
  .filters button {
    min-height: 2.75rem;
    padding: var(--step) 0.75rem;
  }
  form > button.main {
    justify-self: start;
    width: auto;
    min-width: 10rem;
    max-width: 100%;
  }
  .narrow form > button.main {
    width: 100%;
  }
  .other {
    padding: 0.625rem 1rem;
    border: 1px solid var(--edge);
    border-radius: var(--step);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }
  .fields {
    gap: 1rem;
  }
  .quiet {
    width: auto;
    justify-self: start;
  }
  .items > li {
    position: relative;
    padding: 0.875rem 1.25rem;
    border-top: 1px solid var(--line);
  }
  .items > li:first-child {
    border-top: 0;
  }
  .items > li:hover {
    background: var(--paper);
  }
  .items {
    padding: 0;
    overflow: hidden;
  }
  .items h2 {
    font-size: 1rem;
    font-weight: 600;
    margin-top: 0.25rem;
  }
  .items h2 a {
    color: var(--ink);
    text-decoration: none;
  }
  .items h2 a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .items h2 a:hover {
    text-decoration: underline;
  }
  .dots {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1rem;
    color: var(--soft);
    font-size: var(--small);
  }
  .line > li {
    position: relative;
    padding: 0 0 1.25rem 2rem;
  }
  .line > li::before {
    content: '';
    position: absolute;
    left: 0.5625rem;
    top: 1.5rem;
    bottom: -0.125rem;
    width: 2px;
    background: var(--line);
  }
  .line > li:last-child {
    padding-bottom: 0;
  }
  .line > li:last-child::before {
    display: none;
  }
  .line > li > svg {
    position: absolute;
    left: 0;
    top: 0.1875em;
  }
  .bullets {
    list-style: disc;
    padding-left: 1.25em;
  }
  .prose {
    white-space: pre-line;
  }
  .facts {
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
  }
  .card:not(.stack) > :is(h2, .over, p.soft):not(:last-child) {
    margin-bottom: 0.75rem;
  }
  .demo .code {
    color: var(--ink);
    font-size: var(--small);
  }
  .rules summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr) fit-content(45%) 1rem;
    gap: 0 0.75rem;
    align-items: center;
    min-height: 2.5rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--ink);
    font-weight: 400;
  }
  .rules .end {
    text-align: right;
  }
  .rules summary::after {
    text-align: center;
    color: var(--link);
  }
  .rules > li {
    padding-block: 0.375rem;
  }
  .rules details[open] {
    padding-bottom: 0.75rem;
  }
  .two {
    display: grid;
    gap: 1rem;
    align-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .empty {
    text-align: center;
    padding: 3rem 1.25rem;
    color: var(--soft);
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    gap: 1rem;
  }
  .figures dd {
    font-size: var(--huge);
    font-weight: 600;
    line-height: 1.3;
  }
  .figures .few {
    color: var(--soft);
    font-size: 1rem;
    font-weight: 400;
  }
  .plot svg {
    display: block;
    width: 100%;
    height: auto;
    color: var(--ink);
    fill: currentColor;
    stroke-width: 1;
    stroke-linecap: butt;
  }
  .plot text {
    white-space: pre;
  }
  .plot .for-phones {
    display: none;
  }
  figure {
    margin: 0;
  }
  .photo {
    margin-top: var(--step);
  }
  .photo img {
    display: block;
    max-width: 100%;
    height: 8rem;
    border-radius: var(--step);
  }
  .num {
    text-align: right;
    white-space: nowrap;
  }
  .scroll {
    overflow-x: auto;
  }
  .scroll > table {
    min-width: 34rem;
  }
  .scroll tbody th {
    min-width: 8rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    text-align: left;
    padding: var(--step) 1rem var(--step) 0;
    border-top: 1px solid var(--line);
    vertical-align: baseline;
  }
  caption {
    text-align: left;
  }
  thead th {
    border: 0;
    color: var(--soft);
    font-size: var(--small);
  }
  @media (min-width: 60rem) {
    .two {
      grid-template-columns: minmax(0, 1fr) 23rem;
      gap: 1.5rem;
    }
  }
  @media (max-width: 40rem) {
    .plot .for-desks {
      display: none;
    }
    .plot .for-phones {
      display: block;
    }
    .nav > div {
      gap: 0 0.875rem;
      font-size: 0.9375rem;
    }
    .facts {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .facts dd {
      margin-bottom: var(--step);
    }
  }
`;

/** For a face that adds its own. */
export const STAFF_SHEETS = [TOKENS, BASE, COMPONENTS, STAFF, SCANNING] as const;

export const STAFF_STYLE = stylesheet(...STAFF_SHEETS);
