import { css } from './css.ts';

/** Plain elements and the frame of a page. System fonts: each phone's own Chinese face is the one its owner reads best. */
export const BASE = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  html {
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
  }
  body {
    margin: 0;
    background: var(--paper);
    color: var(--ink);
    font:
      1.0625rem/1.55 system-ui,
      -apple-system,
      'PingFang SC',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      sans-serif;
    overflow-wrap: anywhere;
    font-variant-numeric: tabular-nums;
  }
  h1,
  h2,
  h3,
  p,
  dl,
  dd,
  ol,
  ul,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  h1 {
    font-size: var(--huge);
    line-height: 1.25;
  }
  h2,
  h3 {
    font-size: var(--large);
    line-height: 1.35;
  }
  h1,
  h2,
  h3 {
    text-wrap: balance;
  }
  ol,
  ul {
    list-style: none;
  }
  a {
    color: var(--link);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 3px solid var(--link);
    outline-offset: 2px;
  }
  .skip {
    position: absolute;
    left: -99rem;
  }
  .skip:focus {
    position: static;
    display: block;
    padding: var(--step);
  }
  .top,
  main,
  .foot {
    max-width: 68rem;
    margin: auto;
    padding: 1rem;
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding-block: 0.75rem;
  }
  .top a {
    padding: var(--step) 0 var(--step) 1rem;
  }
  main {
    padding-top: 0;
  }
  .foot {
    color: var(--soft);
    font-size: var(--small);
    padding-bottom: 2rem;
  }
  @page {
    margin: 12mm;
  }
  @media print {
    body {
      font-size: 10pt;
      background: none;
    }
    /* Whatever a face makes of them on a screen. */
    .skip,
    .top a,
    .act {
      display: none !important;
    }
  }
`;
