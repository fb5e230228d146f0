import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { invalidInput } from './http.refusals.ts';
import { faultOf, foundWords, inputFaults } from './input-faults.ts';
import { misplacedLists } from './misplaced-lists.ts';

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
    return super.transform(value, metadata);
  }

  protected override validate(...[input, options]: Parameters<ValidationPipe['validate']>): Promise<ValidationError[]> {
    const faults = misplacedLists(input);
    if (faults.length > 0) throw invalidInput(faults);
    return super.validate(input, options) as Promise<ValidationError[]>;
  }
}
