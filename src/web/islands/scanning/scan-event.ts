/** The document's event for every code that any scanner on it has read. */
export const SCANNED = 'truepart-scanned';
