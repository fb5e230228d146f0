/** The same label with another signature. */
export function forged(code: string): string {
  const changed = code.at(-9) === '0' ? '1' : '0';
  return code.slice(0, -9) + changed + code.slice(-8);
}

/** Where the API tells of the unit that a label is on. */
export function unitPath(code: string): string {
  const [, gtin, serial] = /\/01\/(\d{14})\/21\/(\w{12})/.exec(code)!;
  return `/api/units/${gtin}/${serial}`;
}
