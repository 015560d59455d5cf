import { isRetracted } from '../../visibility.js';
import { createShownTexts, type ShownText } from '../../shownText.js';
import type { Finding, Rule, Subject } from '../../rule.js';

/** What makes such a rule; its examples have a `public` block. */
type GateRule = Pick<Rule, 'id' | 'description' | 'bad' | 'good' | 'check'>;

/**
 * A rule that keeps what customers read what it seems. It holds for every incident with a `public` block, whatever its
 * `since` says and also in a draft, and can be neither waived nor changed in level. Of a text that was taken back only
 * what is left of it is looked at.
 */
export function createGateRule({ check, ...description }: GateRule): Rule {
  return {
    ...description,
    level: 'error',
    blocks: true,
    check: (subject) => (subject.incident.publication ? check(subject) : []),
  };
}

/** Such a rule about the body's form: about all of it, since what is withheld could flow into what is shown. */
export function createBodyRule({ check, ...description }: GateRule): Rule {
  return createGateRule({
    ...description,
    check: (subject) => (subject.document.hasBody && !isRetracted(subject.incident) ? check(subject) : []),
  });
}

/** Such a rule about each text that customers read. */
export function createTextRule({
  check,
  ...description
}: Omit<GateRule, 'check'> & {
  check: (shown: ShownText, subject: Subject) => Iterable<Finding>;
}): Rule {
  return createGateRule({
    ...description,
    *check(subject) {
      for (const shown of findShownTexts(subject)) yield* check(shown, subject);
    },
  });
}

let cached: { subject: Subject; texts: ShownText[] } | undefined;

/** The shown texts of a subject. All rules look at one incident after another, so those of the last are kept. */
export function findShownTexts(subject: Subject): ShownText[] {
  if (cached?.subject !== subject) {
    cached = { subject, texts: createShownTexts(subject.incident, subject.document, subject.history) };
  }
  return cached.texts;
}
