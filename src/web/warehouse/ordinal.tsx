interface OrdinalProps {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly most: number;
  readonly value: number;
}

/** The first or last label of those that are meant, counted within the batch. */
export function Ordinal({ name, label, most, value }: OrdinalProps) {
  return (
    <label>
      <span>{label}</span>
      <input name={name} type="number" required min={1} max={most} value={value} inputmode="numeric" />
    </label>
  );
}
