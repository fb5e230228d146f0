/** How a code came in: the `entryMode` of `POST /api/scans`. */
export const ENTRY_MODES = ['camera', 'wedge', 'typed', 'photo'] as const;
export type EntryMode = (typeof ENTRY_MODES)[number];

/** What was read, as it is: nobody has looked at it yet. */
export interface ScannedCode {
  readonly text: string;
  readonly entryMode: EntryMode;
}
