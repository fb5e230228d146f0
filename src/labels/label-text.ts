import { isGtin14 } from '../kernel/gtin.ts';
import { CROCKFORD, decodeCrockford, encodeCrockford, foldTyped } from './crockford.ts';
import { diagnose, type ReadHint } from './read-diagnosis.ts';

/** What is bound to one label: the numbers that state, dedupe and clone detection key on, and the optional lot. */
export interface LabelledUnit {
  /** 14 digits with a true check digit. */
  readonly gtin: string;
  /** 1–20 upper-case letters, digits and hyphens; left out where the registry alone knows it. */
  readonly lot?: string;
  /** 12 characters of Crockford's base 32. */
  readonly serial: string;
}

/** A well-formed label of ours. Whether its signature is true is another question. */
export interface Label extends LabelledUnit {
  readonly kind: 'label';
  /** First 20 bits of the signing key's thumbprint, as 4 characters. */
  readonly keyHint: string;
  readonly signature: Uint8Array;
  /** The one canonical spelling, all upper case. */
  readonly text: string;
}

/** A unit named without a signature: our link without `S=`, or a serial (with or without its GTIN) typed by a person. */
export interface UnsignedCode {
  readonly kind: 'unsigned';
  readonly gtin?: string;
  readonly lot?: string;
  readonly serial: string;
}

/** Our grammar on a host that is not ours. */
export interface ForeignCode extends LabelledUnit {
  readonly kind: 'foreignHost';
  readonly host: string;
  /**
   * Only a signature makes it an imitation for certain: without one it may be another brand's honest GS1 Digital
   * Link, unless its GTIN is one of ours.
   */
  readonly hasSignature: boolean;
}

/** `notALabel`: nothing of ours · `grammar`: begins like ours and goes wrong · `origin`: our host, but another scheme, port or user. */
export type UnreadableReason =
  'empty' | 'tooLong' | 'notALabel' | 'grammar' | 'origin' | 'checkDigit' | 'signatureText';

export interface UnreadableCode {
  readonly kind: 'unreadable';
  readonly reason: UnreadableReason;
  /** What probably went wrong at the reader, where the text tells. */
  readonly hint?: ReadHint;
}

export type ParsedLabel = Label | UnsignedCode | ForeignCode | UnreadableCode;

export const SIGNATURE_BYTES = 64;

/** The longest host there can be still fits; anything longer is not read at all. */
const LONGEST = 480;

const SERIAL = new RegExp(`^${CROCKFORD}{12}$`);
const LOT = /^[A-Z0-9-]{1,20}$/;
const KEY_HINT = new RegExp(`^${CROCKFORD}{4}$`);
const LINK = new RegExp(
  '^(?<scheme>HTTPS?)://(?<authority>[^/?#\\\\\\s]+)/01/(?<gtin>[0-9]{14})(?:/10/(?<lot>[A-Z0-9-]{1,20}))?' +
    `/21/(?<serial>${CROCKFORD}{12})(?:\\?S=(?<keyHint>${CROCKFORD}{4})(?<signature>${CROCKFORD}{103}))?$`,
);
const AUTHORITY = /^(?:.*@)?(?<host>[^@:[\]]+|\[[0-9A-F:.]+\])(?::[0-9]*)?$/;

export const isSerial = (text: string): boolean => SERIAL.test(text);
export const isLot = (text: string): boolean => LOT.test(text);

/** The serial as it is printed beside the code: `7Q3K 9D0A 2FXM`. */
export const serialInGroups = (serial: string): string => serial.replaceAll(/.{4}(?=.)/g, '$& ');

/**
 * What the maker signs: scheme and host in lower case, the path as printed. The host is part of it.
 * `origin` here and below is the public one, as `URL.origin` writes it: `https://parts.example.com`.
 * @throws RangeError when a field is not of its form
 */
export function signedText(origin: string, { gtin, lot, serial }: LabelledUnit): string {
  if (!isGtin14(gtin)) throw new RangeError(`not a GTIN: ${gtin}`);
  if (lot !== undefined && !isLot(lot)) throw new RangeError(`not a lot that a label can carry: ${lot}`);
  if (!isSerial(serial)) throw new RangeError(`not a serial: ${serial}`);
  return `${origin.toLowerCase()}/01/${gtin}${lot === undefined ? '' : `/10/${lot}`}/21/${serial}`;
}

/**
 * What is printed, from the text that was signed.
 * @throws RangeError when hint or signature are not of their form
 */
export function labelText(signed: string, keyHint: string, signature: Uint8Array): string {
  if (!KEY_HINT.test(keyHint)) throw new RangeError(`not a key hint: ${keyHint}`);
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError(`a signature has 64 bytes, not ${signature.length}`);
  return `${signed.toUpperCase()}?S=${keyHint}${encodeCrockford(signature)}`;
}

/**
 * Reads what a scanner or a person sent. Case never matters; beyond that each label has one spelling. Nothing is trimmed: whoever
 * listens to a scanner takes the scanner's own Enter or Tab off.
 */
export function parseLabel(code: string, origin: string): ParsedLabel {
  const ours = origin.toUpperCase();
  if (code === '') return { kind: 'unreadable', reason: 'empty' };
  if (code.length > LONGEST) return { kind: 'unreadable', reason: 'tooLong' };
  const text = foldAscii(code);
  const link = LINK.exec(text);
  if (link) return readLink(text, link.groups as unknown as LinkParts, ours);
  return readTyped(code) ?? unreadable(code, text, ours);
}

interface LinkParts extends LabelledUnit {
  readonly scheme: string;
  readonly authority: string;
  readonly keyHint?: string;
  readonly signature?: string;
}

function readLink(text: string, parts: LinkParts, ours: string): ParsedLabel {
  const { scheme, authority, keyHint, signature } = parts;
  const unit = { gtin: parts.gtin, ...(parts.lot !== undefined && { lot: parts.lot }), serial: parts.serial };
  if (!isGtin14(unit.gtin)) return { kind: 'unreadable', reason: 'checkDigit' };
  const bytes = signature === undefined ? undefined : decodeCrockford(signature, SIGNATURE_BYTES);
  if (signature !== undefined && !bytes) return { kind: 'unreadable', reason: 'signatureText' };
  if (`${scheme}://${authority}` !== ours) return readForeign(authority, unit, bytes !== undefined, ours);
  if (bytes && keyHint !== undefined) return { kind: 'label', ...unit, keyHint, signature: bytes, text };
  return { kind: 'unsigned', ...unit };
}

function readForeign(authority: string, unit: LabelledUnit, hasSignature: boolean, ours: string): ParsedLabel {
  const host = AUTHORITY.exec(authority)?.groups?.['host'];
  if (host === undefined) return { kind: 'unreadable', reason: 'grammar' };
  // A final dot is the same host to the network, so it is a mangled link of ours and no imitation.
  const isOurs = host.replace(/\.$/, '') === new URL(ours).hostname.toUpperCase();
  if (isOurs) return { kind: 'unreadable', reason: 'origin' };
  return { kind: 'foreignHost', host: host.toLowerCase(), ...unit, hasSignature };
}

const TYPED = /^[0-9A-Za-z]+(?:[ -][0-9A-Za-z]+)*$/;
const TYPED_UNIT = new RegExp(`^(?<gtin>[0-9]{14})?(?<serial>${CROCKFORD}{12})$`);

/** A serial, or GTIN and serial, in groups or not. Typing is no forging: here O, I and L are forgiven. */
function readTyped(code: string): ParsedLabel | undefined {
  if (!TYPED.test(code)) return undefined;
  const typed = TYPED_UNIT.exec(foldTyped(code.replaceAll(/[ -]/g, '')))?.groups;
  if (!typed) return undefined;
  const { gtin, serial } = typed as { gtin?: string; serial: string };
  if (gtin === undefined) return { kind: 'unsigned', serial };
  if (!isGtin14(gtin)) return { kind: 'unreadable', reason: 'checkDigit' };
  return { kind: 'unsigned', gtin, serial };
}

function unreadable(code: string, text: string, ours: string): UnreadableCode {
  const hint = diagnose(code, ours);
  const reason = text.startsWith(`${ours}/`) ? 'grammar' : 'notALabel';
  return { kind: 'unreadable', reason, ...(hint && { hint }) };
}

/** Upper case for ASCII only: JavaScript's own would turn ı into I, ſ into S and ß into SS. */
const foldAscii = (text: string): string => text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase());
