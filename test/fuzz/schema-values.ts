import type { OpenAPIObject } from '@nestjs/swagger';
import * as fc from 'fast-check';

/** A schema of the contract, as far as values are made of it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const MOST_ITEMS = 3;
const LONGEST = 60;

/** Values that the contract allows. */
export function valuesOf(schema: Schema, document: OpenAPIObject): fc.Arbitrary<unknown> {
  const { $ref, allOf, oneOf } = schema;
  if ($ref !== undefined) return valuesOf(schemaAt($ref, document), document);
  const [only] = allOf ?? [];
  if (only) return valuesOf(only, document);
  if (oneOf) return fc.oneof(...oneOf.map((each) => valuesOf(each, document)));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const types = [schema.type ?? 'string'].flat();
  return fc.oneof(...types.map((type) => ofType(type, schema, document)));
}

function ofType(type: string, schema: Schema, document: OpenAPIObject): fc.Arbitrary<unknown> {
  const { minimum = -1000, maximum = 1_000_000, minItems = 0, maxItems = MOST_ITEMS, items = {} } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 53 - 1) });
    case 'number':
      return fc.oneof(
        fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) }),
        fc.double({ min: minimum, max: maximum, noNaN: true }),
      );
    case 'array':
      return fc.array(valuesOf(items, document), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, MOST_ITEMS)),
      });
    case 'object':
      return objectsOf(schema, document);
    default:
      return textsOf(schema);
  }
}

function objectsOf({ properties = {}, required = [] }: Schema, document: OpenAPIObject): fc.Arbitrary<unknown> {
  const members = Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema, document)] as const);
  return fc.record(Object.fromEntries(members), { requiredKeys: [...required], noNullPrototype: true });
}

function textsOf({ pattern, format, minLength = 0, maxLength = LONGEST }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'date-time')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
  if (format === 'date')
    return fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
  // Classes of Unicode are more than the generator of matching texts knows.
  if (pattern !== undefined && !pattern.includes('\\p')) return fc.stringMatching(new RegExp(pattern));
  const longest = Math.max(minLength, Math.min(maxLength, LONGEST));
  return fc.string({ minLength: Math.min(minLength, longest), maxLength: longest, unit: 'grapheme' });
}

export function schemaAt(ref: string, document: OpenAPIObject): Schema {
  const name = ref.slice('#/components/schemas/'.length);
  const schemas: Readonly<Record<string, Schema>> = document.components?.schemas ?? {};
  return schemas[name] ?? {};
}
