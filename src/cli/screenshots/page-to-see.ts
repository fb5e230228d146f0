import type { Page } from 'playwright-core';

/** Demo accounts, by what stands before the @; nobody: without signing in. */
export type Who = 'nobody' | 'maker' | 'analyst' | 'warehouse' | 'technician' | 'supervisor' | 'advisor' | 'admin';

/** A server with the demo world. */
export interface Site {
  readonly url: string;
  /** What the greeting says of something: of `honest` an owner’s link, of `the right part` a label’s text. */
  told(name: string): string;
}

/** One page of one face. */
export interface PageToSee {
  /** Begins with its face: `desk-case`. */
  readonly name: string;
  readonly as: Who;
  readonly at: string | ((site: Site) => string);
  /** Selectors of links to follow from there, one after the other: what is shown has an id that only the demo world knows. */
  readonly follow?: readonly string[];
  /** What is done there before it is looked at. It may be done again and again. */
  readonly act?: (page: Page, site: Site) => Promise<void>;
}

/** The greeting’s line about something. @throws Error when it has none */
export function toldIn(greeting: string, name: string): string {
  const told = new RegExp(`^ +${name} +(http\\S+)$`, 'im').exec(greeting)?.[1];
  if (told === undefined) throw new Error(`The server told nothing of ${name}:\n${greeting}`);
  return told;
}

/** An address of this very server, whatever host a label or a link names. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
