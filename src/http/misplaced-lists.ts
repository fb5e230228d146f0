import { getMetadataStorage } from 'class-validator';
import type { InputFault } from '../kernel/refusal.ts';
import { faultOf, foundWords, placeIn } from './input-faults.ts';

const LIST = { zh: '列表', en: 'a list' };
const OBJECT = { zh: '对象', en: 'an object' };

/**
 * `@ValidateNested()` looks into a list and finds nothing wrong with an empty one, also where one object is wanted; with
 * `each`, it takes a list of lists and of nulls. So what is a list and what is an object is checked before it.
 * @param input an instance of a DTO, not yet validated.
 */
export function misplacedLists(input: object, parent = ''): InputFault[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(input.constructor, '', true, false)
    .filter(({ type }) => type === 'nestedValidation')
    .flatMap(({ propertyName, each }) => {
      const value = (input as Record<string, unknown>)[propertyName];
      const path = placeIn(parent, propertyName);
      // Whether it may be absent, other validators say.
      if (value === undefined || value === null) return [];
      if (!each) return objectAt(path, value);
      if (!Array.isArray(value)) return [faultOf(path, LIST, foundWords(path, value))];
      return (value as unknown[]).flatMap((item, index) => objectAt(placeIn(path, String(index)), item));
    });
}

function objectAt(path: string, value: unknown): InputFault[] {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? misplacedLists(value, path) : [faultOf(path, OBJECT, foundWords(path, value))];
}
