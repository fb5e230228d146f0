/** A vehicle identification number (ISO 3779, GB 16735) in its normal form: 17 characters, upper case, no I, O, Q. */
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;

/** Case and the spaces and dashes that people put between groups mean nothing. `null` when it is no VIN. */
export function normalVin(text: string): string | null {
  const vin = text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return VIN.test(vin) ? vin : null;
}
