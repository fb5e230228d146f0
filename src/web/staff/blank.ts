import { Transform } from 'class-transformer';

type Sent = Readonly<Record<string, unknown>>;

/** A form sends a field that was left empty as an empty text. */
export const Blank = () =>
  Transform(({ obj, key, value }: { obj: Sent; key: string; value: unknown }) => {
    const sent = obj[key];
    return typeof sent === 'string' && sent.trim() === '' ? undefined : value;
  });
