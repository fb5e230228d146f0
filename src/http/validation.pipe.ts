import { ValidationPipe } from '@nestjs/common';
import { invalidInput } from './http.refusals.ts';
import { inputFaults } from './input-faults.ts';

/** Bodies, queries and path parameters against their DTO: unknown fields are refused, not dropped. */
export const createValidationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => invalidInput(inputFaults(errors)),
  });
