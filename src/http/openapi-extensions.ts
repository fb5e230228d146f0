/** Members that decorators leave on an operation of the OpenAPI document, for `openapi.ts` and for clients that care. */
export const ACCESS = 'x-access';
export const IDEMPOTENCY = 'x-idempotency';
