import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import type { InputFault } from '../kernel/refusal.ts';
import type { Words } from '../kernel/words.ts';
import { EXPECTED } from './input-words.ts';

/** Fields whose contents belong to a person or open a door: never said back, so never in anybody's log. */
const UNSPOKEN =
  /vin|plate|owner|phone|e-?mail|password|secret|token|signature|address|latitude|longitude|^(current|next|note|text|reason)$/i;
/** Validators that tell what kind of thing is wanted at all. */
const KINDS = ['isDefined', 'isString', 'isInt', 'isNumber', 'isBoolean', 'isArray', 'isObject', 'nestedValidation'];
const MOST_FAULTS = 100;
const LONGEST_ECHO = 40;

/** A field's place as people write it: `lines[2].quantity`. */
export const placeIn = (parent: string, property: string): string =>
  /^\d+$/.test(property) && parent !== ''
    ? `${parent}[${property}]`
    : parent === ''
      ? property
      : `${parent}.${property}`;

/** class-validator's tree of complaints as a list of places, each with what was expected and what was found. */
export function inputFaults(errors: readonly ValidationError[]): InputFault[] {
  const faults: InputFault[] = [];
  collect(errors, '', faults);
  return faults.slice(0, MOST_FAULTS);
}

function collect(errors: readonly ValidationError[], parent: string, faults: InputFault[]): void {
  for (const error of errors) {
    if (faults.length >= MOST_FAULTS) return;
    const path = placeIn(parent, shorten(error.property));
    const constraint = mostTelling(Object.keys(error.constraints ?? {}));
    if (constraint !== undefined) faults.push(faultAt(path, error, constraint));
    collect(error.children ?? [], path, faults);
  }
}

/** One complaint a place is enough: a number among letters is no text at all before it is too short a text. */
function mostTelling(constraints: readonly string[]): string | undefined {
  return KINDS.find((kind) => constraints.includes(kind)) ?? constraints[0];
}

function faultAt(path: string, error: ValidationError, constraint: string): InputFault {
  const expected = expectedWords(error, constraint);
  if (constraint === 'whitelistValidation') return { path, message: expected.en, words: expected };
  return faultOf(path, expected, foundWords(path, error.value));
}

/** Something else stands where `expected` should. */
export function faultOf(path: string, expected: Words, found: Words): InputFault {
  const words = {
    zh: `应为：${expected.zh}；实为：${found.zh}`,
    en: `expected ${expected.en}; found ${found.en}`,
  };
  return { path, message: words.en, words };
}

function expectedWords(error: ValidationError, constraint: string): Words {
  if (constraint === 'whitelistValidation') return { zh: '没有此字段', en: 'no such field' };
  const validator = validatorOf(error, constraint);
  const ownWords = validator?.context as Partial<Words> | undefined;
  if (ownWords?.zh !== undefined && ownWords.en !== undefined) return { zh: ownWords.zh, en: ownWords.en };
  const fallback = error.constraints?.[constraint] ?? constraint;
  const args = (validator?.constraints as readonly unknown[] | undefined) ?? [];
  return (validator && EXPECTED[constraint]?.(args)) ?? { zh: fallback, en: fallback };
}

/**
 * class-validator tells which validator failed, but not with which arguments, and its `context` only of those that
 * answer late: so both are looked up in its register of decorators.
 */
function validatorOf(error: ValidationError, constraint: string): ValidationMetadata | undefined {
  const target = error.target?.constructor;
  if (target === undefined) return undefined;
  return getMetadataStorage()
    .getTargetValidationMetadatas(target, '', true, false)
    .find(({ propertyName, name, type }) => propertyName === error.property && (name ?? type) === constraint);
}

/** What a value is, in words: its content only where it is short and nobody's. */
export function foundWords(path: string, value: unknown): Words {
  if (value === undefined) return { zh: '没有值', en: 'nothing' };
  if (value === null) return { zh: 'null', en: 'null' };
  if (Array.isArray(value)) return { zh: `含 ${value.length} 项的列表`, en: `a list of ${value.length}` };
  if (typeof value === 'object') return { zh: '对象', en: 'an object' };
  if (UNSPOKEN.test(path)) return { zh: '不在此显示的值', en: 'a value that is not repeated here' };
  const echo = JSON.stringify(typeof value === 'string' ? shorten(value) : value);
  return { zh: echo, en: echo };
}

function shorten(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST_ECHO * 2));
  return characters.length > LONGEST_ECHO ? `${characters.slice(0, LONGEST_ECHO).join('')}…` : text;
}
