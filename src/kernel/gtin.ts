/** GS1 General Specifications 7.9: weights 3 and 1 from the right, before the check digit. `digits` excludes it. */
export function gs1CheckDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 3 : 1);
  return String((10 - (sum % 10)) % 10);
}

/** 14 digits with a true check digit. */
export function isGtin14(text: string): boolean {
  return /^\d{14}$/.test(text) && gs1CheckDigit(text.slice(0, 13)) === text[13];
}
