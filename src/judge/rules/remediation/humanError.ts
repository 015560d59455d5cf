import type { Range } from '../../../diagnostic/place.js';
import type { Finding, Rule } from '../../rule.js';
import { blankCode, createText } from '../../text.js';
import { isShownEntry, namedParts } from '../../visibility.js';

/**
 * “Human error”, “operator error”. What is somebody's own (“the engineer's mistake”, “an error by one of our operators”)
 * `blame-verb` speaks of, wherever it stands.
 */
const error =
  /(?<![\p{L}-])(?:human|manual|operator|user|engineer|administrator|admin|technician|developer|employee|pilot)\s+(?:error|mistake)s?(?![\p{L}-])/giu;

/** What stands before it where it is named as the cause: the beginning of a sentence, “due to”, “was a simple”. */
const asCause =
  /(?:^|[.:;,–—(]|\b(?:due|down|back|owing|traced|attributed|attributable) to|\bcaused by|\bbecause of|\bresult(?:ed|s)? (?:of|from)|\bcase of|\b(?:is|was|were|been)|\bthrough)[\s*_"“]*(?:(?:an?|the|our|some|one|simple|pure|plain|basic|purely|simply|just|only|single|honest|unfortunate|catastrophic|genuine|avoidable|preventable|isolated|another)\s+)*$/i;

/**
 * Or where it is said not to be, or not to be all: “was not due to human error”, “was first put down to human error”,
 * “while the immediate cause was operator error, …”.
 */
const notCause =
  /\b(?:not|never|no|nor|neither|nothing|first|initially|wrongly|mistakenly)\b[^.;:]{0,40}$|(?:^|[.;:]\s+)(?:while|although|though|even if)\b[^.;:,]{0,60}$/i;

/** What follows where it is a property of the system: “human error was possible”, “operator error handling”. */
const asProperty =
  /^\s+(?:(?:is|was|were|becomes?|became)\s+(?:\p{L}+\s+)?(?:possible|likely|likelier|easy|easier|inevitable|caught|expected)|rates?|budgets?|handling|messages?|pages?|reports?|logs?|codes?)(?!\p{L})/iu;

/** What follows where it was looked for and not found. */
const notFound =
  /^\s+(?:(?:is|was|has been|had been|can be|could be)\s+(?:[a-z]+ly\s+|soon\s+)?(?:ruled out|excluded|rejected|dismissed|discounted|discarded|unlikely|not|never|no)|(?:did|does)(?:\s+not|n['’]t)|(?:played|plays|had|has)\s+no)\b/i;

/** What people do; of nothing else that a first name could mean (“Grace”, “Mark”) does one say it. */
const done =
  '(?:(?:accidentally|mistakenly|wrongly|inadvertently|unintentionally|then|had|has)\\s+)*(?:ran|typed|mistyped|entered|executed|deployed|deleted|dropped|removed|pushed|merged|released|applied|approved|clicked|pasted|copied|edited|changed|overwrote|misread|misconfigured|forgot|missed|restarted|rebooted|stopped|switched|turned|disabled|enabled|revoked|truncated|rolled|shut|chose|picked|selected|used)\\b';

/** “An engineer ran the wrong command” */
const wrong = new RegExp(
  String.raw`^\s*(?:an?|the|our|one of (?:the|our))\s+(?:on-call\s+|junior\s+|senior\s+|new\s+)?(?:engineer|operator|admin|administrator|technician|developer|employee|colleague|contractor|DBA|SRE)s?\s+${done}\s+(?:(?:in|on|into|to|from)\s+)?(?:an?|the)\s+(?:incorrect|wrong)\s+[\w-]+`,
  'i',
);

/** Categories that some lists have for it. */
const category =
  /^(?:human|people|person|personnel|staff|operator|user|manual)(?:-(?:error|mistake|factor)s?)?$/;

/** Whoever erred, it was the system that let it through; a report that stops at a person changes nothing. */
export const humanError: Rule = {
  id: 'human-error',
  level: 'warning',
  blocks: false,
  description:
    'A cause is about the system: never “human error”, “operator error” or a person by name. What made the mistake likely, or let it through, is a cause.',
  bad: `causes:
  - id: C1
    kind: root
    text: Human error during the change of the storage class.`,
  good: `causes:
  - id: C1
    kind: root
    text: >
      The change of the storage class was typed in by hand, and nothing compared it with
      the plan before it was applied.`,
  *check({ incident, history }): Iterable<Finding> {
    for (const [index, cause] of incident.causes.entries()) {
      const path = ['causes', index, 'text'];
      const prose = blankCode(createText('inline', cause.text, path));
      for (const within of findErrors(prose)) {
        yield {
          path,
          within,
          message: `“${prose.slice(...within)}” says that somebody erred, and not why that was possible`,
          hint: 'Say what made it likely, or let it through: a missing check, two commands that look alike, a step by hand.',
        };
      }
      // Of names that customers would read `person-name` speaks.
      const isShown = namedParts(incident).has('causes') && isShownEntry(cause) && cause.public === undefined;
      for (const person of history.settings.people) {
        const { id } = person;
        const within = (isShown ? undefined : findName(prose, person.name)) ?? findActor(prose, person);
        if (!within || (isShown && prose.startsWith(person.name, within[0]))) continue;
        yield {
          path,
          within,
          message: `A cause names \`${id}\`, a person`,
          hint: 'Say what the system did or allowed; where somebody has to be named, name the role.',
        };
      }
      if (cause.category !== undefined && category.test(cause.category)) {
        yield {
          path: ['causes', index, 'category'],
          message: `The category \`${cause.category}\` makes people the cause`,
          hint: 'Take the category of what made the mistake likely or let it through, e.g. `process` or `change`.',
        };
      }
    }
  },
};

function findErrors(prose: string): Range[] {
  const acted = wrong.exec(prose)?.[0];
  const slip: Range[] = acted === undefined ? [] : [[acted.length - acted.trimStart().length, acted.length]];
  if (!/error|mistake/i.test(prose)) return slip;
  return [...slip, ...namedErrors(prose)];
}

function namedErrors(prose: string): Range[] {
  return [...prose.matchAll(error)].flatMap((match): Range[] => {
    // What stands a long way before it decides nothing; a letter says that it is no beginning.
    const from = Math.max(0, match.index - 200);
    const before = (from > 0 ? 'x' : '') + prose.slice(from, match.index).replace(/\s+/g, ' ');
    const end = match.index + match[0].length;
    const after = prose.slice(end, end + 60);
    const isCause =
      asCause.test(before) && !notCause.test(before) && !asProperty.test(after) && !notFound.test(after);
    return isCause ? [[match.index, end]] : [];
  });
}

/** Where a person, by the id or by the first name, is all of a cause, or did something at the beginning of it. */
function findActor(prose: string, { id, name }: { id: string; name: string }): Range | undefined {
  const from = prose.length - prose.trimStart().length;
  const first = name.split(' ')[0] ?? '';
  const found = [name, first, id].find(
    (one) => one.length > 1 && prose.startsWith(one, from) && !/^[\w-]/.test(prose.slice(from + one.length)),
  );
  if (found === undefined) return undefined;
  const rest = prose.slice(from + found.length, from + found.length + 120);
  return /^[\s.!]*$/.test(rest) || acted.test(rest) ? [from, from + found.length] : undefined;
}

const acted = new RegExp(`^\\s+${done}`);

/** Where a full name stands as whole words; undefined for a name of one word, which may be a word. */
function findName(prose: string, name: string): Range | undefined {
  if (!/\S\s\S/.test(name)) return undefined;
  const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}_]/u.test(char);
  for (let at = prose.indexOf(name); at >= 0; at = prose.indexOf(name, at + 1)) {
    if (!isLetter(prose[at - 1]) && !isLetter(prose[at + name.length])) return [at, at + name.length];
  }
  return undefined;
}
