import { nameIn } from './names.ts';

interface SelectProps {
  readonly label: string;
  readonly name: string;
  readonly choices: Readonly<Record<string | number, string>>;
  readonly value?: string | number | undefined;
  /** What an empty choice says; without it one must be chosen. */
  readonly none?: string;
  readonly required?: boolean;
}

export function Select({ label, name, choices, value, none, required }: SelectProps) {
  return (
    <label>
      <span>{label}</span>
      <select name={name} required={required}>
        {none !== undefined && <option value="">{none}</option>}
        {Object.keys(choices).map((choice) => (
          <option key={choice} value={choice} selected={choice === String(value ?? '')}>
            {nameIn(choices, choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly name: string;
  readonly value?: string | undefined;
  readonly most: number;
  readonly hint?: string;
  readonly required?: boolean;
  readonly pattern?: string;
  /** Which keys a phone shows. */
  readonly inputmode?: 'numeric' | 'decimal';
}

export function Text({ label, hint, most, ...input }: TextProps) {
  return (
    <label>
      <span>{label}</span>
      <input type="text" autocomplete="off" spellcheck={false} maxlength={most} placeholder={hint} {...input} />
    </label>
  );
}

interface DateProps extends Pick<TextProps, 'label' | 'name' | 'value' | 'required'> {
  /** With hour and minute, at the workshop’s counter (counter-time.ts). */
  readonly isTimed?: boolean;
  /** The latest that makes sense, in the field’s own form. */
  readonly max?: string;
}

/** A day: `2026-11-23`. Timed, `2026-11-23T10:00`, without a zone. */
export function DateField({ label, isTimed = false, ...input }: DateProps) {
  return (
    <label>
      <span>{label}</span>
      <input type={isTimed ? 'datetime-local' : 'date'} {...input} />
    </label>
  );
}

export function LongText({ label, name, most }: Pick<TextProps, 'label' | 'name' | 'most'>) {
  return (
    <label>
      <span>{label}</span>
      <textarea name={name} rows={4} required maxlength={most} />
    </label>
  );
}
