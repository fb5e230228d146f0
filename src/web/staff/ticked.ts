import { Transform } from 'class-transformer';

/** One box that is ticked is sent as a text, several as a list. None is not sent at all: give the field `[]` to begin with. */
export const Ticked = () => Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]));
