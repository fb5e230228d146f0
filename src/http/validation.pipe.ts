import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput } from './http.refusals.ts';
import { faultOf, foundWords, inputFaults } from './input-faults.ts';
import { misplacedLists } from './misplaced-lists.ts';

/**
 * A member that is `null` says no more than one that is not there, but `@IsOptional()` would let it through to code that
 * knows only `undefined`, and past the DTO's defaults. Items of lists stay: there `null` stands for something.
 */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

/** Bodies, queries and path parameters against their DTO: unknown fields are refused, not dropped. */
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => invalidInput(inputFaults(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isMissing = value === undefined || value === null;
    if (this.toValidate(metadata) && !isMissing && (typeof value !== 'object' || Array.isArray(value))) {
      throw invalidInput([faultOf('', { zh: '对象', en: 'an object' }, foundWords('', value))]);
    }
    return super.transform(metadata.type === 'body' ? withoutNulls(value) : value, metadata);
  }

  protected override validate(...[input, options]: Parameters<ValidationPipe['validate']>): Promise<ValidationError[]> {
    const faults = misplacedLists(input);
    if (faults.length > 0) throw invalidInput(faults);
    return super.validate(input, options) as Promise<ValidationError[]>;
  }
}
