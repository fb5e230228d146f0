/** Where a part's page is: part numbers may have a `/` in them. */
export const partAddress = (partNumber: string): string => `/maker/parts/${encodeURIComponent(partNumber)}`;
