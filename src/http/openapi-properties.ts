import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';

type Arguments = readonly unknown[];
type Schema = Record<string, unknown>;

const KNOWN_PROPERTIES = 'swagger/apiModelProperties';

/** What each validator says in terms of JSON Schema. */
const SCHEMA_OF: Readonly<Record<string, (args: Arguments) => Schema>> = {
  isString: () => ({ type: 'string' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  hasDecimals: () => ({ type: 'number' }),
  isBoolean: () => ({ type: 'boolean' }),
  isIn: ([values]) => ({ enum: values }),
  isEnum: ([, values]) => ({ enum: values }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isLatitude: () => ({ minimum: -90, maximum: 90 }),
  isLongitude: () => ({ minimum: -180, maximum: 180 }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  isLength: ([minLength, maxLength]) => ({ minLength, maxLength }),
  matches: ([pattern]) => (pattern instanceof RegExp && !pattern.ignoreCase ? { pattern: pattern.source } : {}),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isRfc3339: () => ({ type: 'string', format: 'date-time' }),
  isInstant: () => ({ type: 'string', format: 'date-time' }),
  isDay: () => ({ type: 'string', format: 'date' }),
};

const SCHEMA_OF_LIST: Readonly<Record<string, (args: Arguments) => Schema>> = {
  arrayNotEmpty: () => ({ minItems: 1 }),
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/**
 * Gives every validated property its place in the OpenAPI document, so that the contract cannot say anything else than
 * what is checked. What `@ApiProperty` says itself is kept; lists of objects need its `type`.
 */
export function describeValidatedProperties(): void {
  const storage = getMetadataStorage()['validationMetadatas'] as ReadonlyMap<unknown, ValidationMetadata[]>;
  for (const metadatas of storage.values()) {
    const properties = new Set(metadatas.map(({ propertyName }) => propertyName));
    for (const property of properties) {
      const validators = metadatas.filter(({ propertyName }) => propertyName === property);
      describe(validators[0]!.target, property, validators);
    }
  }
}

function describe(target: ValidationMetadata['target'], property: string, validators: ValidationMetadata[]): void {
  if (typeof target === 'string') return;
  const prototype = target.prototype as object;
  const known = (Reflect.getOwnMetadata(KNOWN_PROPERTIES, prototype, property) ?? {}) as ApiPropertyOptions;
  const derived = schemaOf(validators);
  // TypeScript tells Swagger `Number` of both; only the validator knows which.
  const type = derived['type'] === 'integer' && known.type === Number ? { type: 'integer' } : {};
  ApiProperty({ ...derived, ...known, ...type } as ApiPropertyOptions)(prototype, property);
}

function schemaOf(validators: readonly ValidationMetadata[]): Schema {
  const item: Schema = {};
  const list: Schema = {};
  for (const { name = '', constraints, each } of validators) {
    Object.assign(item, SCHEMA_OF[name]?.((constraints as Arguments | undefined) ?? []));
    Object.assign(list, SCHEMA_OF_LIST[name]?.((constraints as Arguments | undefined) ?? []));
    if (each) list['isArray'] = true;
  }
  const isOptional = validators.some(({ name }) => name === 'isOptional');
  const isList = list['isArray'] === true && item['type'] !== undefined;
  return {
    ...(isList ? { type: 'array', items: item, minItems: list['minItems'] } : { ...item, ...list }),
    required: !isOptional,
  };
}
