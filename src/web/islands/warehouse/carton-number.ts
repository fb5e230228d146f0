/** As scanners send an SSCC: bare, with its application identifier `00` in brackets or not, with GS1-128's symbology mark. */
const SCANNED = /^(?:(?:\]C1)?00|\(00\))?(\d{18})$/;

/** The 18 digits of a carton's number; whether there is such a carton is for the server to say. */
export const cartonNumber = (text: string): string | undefined => SCANNED.exec(text)?.[1];
