import { LANGUAGES } from '../../kernel/words.ts';
import {
  register,
  type Facts,
  type Finding,
  type Level,
  type Rule,
  type RulePolicy,
  type Thresholds,
} from '../rule.ts';
import { OTHER_VIN, VIN } from './evidence.builder.ts';

/**
 * The levels of what a rule finds, for its table. On the way every text that it says is looked at, so that no row can pass with
 * a sentence that nobody could read.
 */
export function levelsFound<Evidence, F extends Facts, T extends Thresholds>(
  rule: Rule<Evidence, F, T>,
  evidence: Evidence,
  policy: RulePolicy = {},
): Level[] {
  return register(rule)
    .run(evidence, policy)
    .map((finding) => {
      examine(finding);
      return finding.level;
    });
}

/** The facts of what a rule finds, where its levels do not tell the cases apart. */
export function factsFound<Evidence, F extends Facts, T extends Thresholds>(
  rule: Rule<Evidence, F, T>,
  evidence: Evidence,
): Facts[] {
  return register(rule)
    .run(evidence, {})
    .map((finding) => finding.evidence);
}

/** @throws Error where a text is empty, has a hole in it, is in the wrong language, or tells personal data. */
export function examine(finding: Finding): void {
  for (const [audience, words] of Object.entries({ staff: finding.message, owner: finding.owner, next: finding.next }))
    for (const language of LANGUAGES) {
      const text = words[language];
      // What stands in quotation marks is quoted from the records, in whatever language they were written.
      const isThatLanguage = /\p{Script=Han}/u.test(text.replace(/“.*?”/g, '')) === (language === 'zh');
      if (/undefined|null|NaN|\(\)|（）|\[object|\$\{| {2}/.test(text) || !/[。.]$/.test(text) || !isThatLanguage)
        throw new Error(`${finding.rule} ${audience} ${language}: ${text}`);
    }
  const told = JSON.stringify(finding);
  if ([VIN, OTHER_VIN].some((vin) => told.includes(vin))) throw new Error(`${finding.rule} tells a VIN: ${told}`);
}
