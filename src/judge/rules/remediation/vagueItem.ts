import { isOpen } from '../../../model/remediationItem.js';
import type { Rule } from '../../rule.js';
import { findVagueness, type Vagueness } from './vaguePhrase.js';

const words: Record<Vagueness, { why: string; hint: string }> = {
  endless: {
    why: 'has no end',
    hint: 'Say what will be there that is not there now (“Alert when a disk is four fifths full”), or write `done_when:` with what will be seen or measured.',
  },
  unnamed: {
    why: 'does not say which',
    hint: 'Say which, in words that those understand who were not there, and what will be different (“Refuse an import of the same file twice”).',
  },
  plea: {
    why: 'asks people to do better, and leaves everything as it was',
    hint: 'Say what will change so that the slip is caught, or cannot be made: a check, a limit, a prompt that names the host.',
  },
  open: {
    why: 'promises nothing yet',
    hint: 'Say what will be done; or write `done_when:` with what will be known or decided; or set `state: proposed` until somebody promises it.',
  },
};

/** What nobody can call done stays open for ever, or is closed for quiet. */
export const vagueItem: Rule = {
  id: 'vague-item',
  level: 'warning',
  blocks: false,
  description:
    'The title of an open item says what will be different, so that one can tell when it is: no “improve monitoring”, “be more careful”, “remind everyone”, “consider …”. With a `done_when` any title will do.',
  bad: `remediation:
  - id: R1
    title: Improve monitoring
    type: detect
    owner: kim
    due: 2026-12-18`,
  good: `remediation:
  - id: R1
    title: Alert when the disk of the order database is four fifths full
    type: detect
    owner: kim
    due: 2026-12-18`,
  *check({ incident }) {
    // What another company promised stands as it was promised.
    if (incident.lastTold !== undefined) return;
    for (const [index, item] of incident.remediation.entries()) {
      if (!isOpen(item) || item.done_when !== undefined) continue;
      const found = findVagueness(item.title);
      // Who finds something out looks into it.
      if (!found || (found.sort === 'open' && item.type === 'investigate')) continue;
      yield {
        path: ['remediation', index, 'title'],
        within: found.within,
        message: `“${item.title.slice(...found.within)}” ${words[found.sort].why}: nobody can say when \`${item.id}\` is done`,
        hint: words[found.sort].hint,
      };
    }
  },
};
