import type { Incident } from '../../../model/incident.js';
import { isMajorReport } from './finalText.js';
import { majorParts } from './majorParts.js';
import type { Rule } from '../../rule.js';

/** A digit, or a word that says how many: “all”, “nobody”, “half”, “two thousand”. */
const amount =
  /\p{N}|\b(?:all|both|every|everybody|everyone|none|nobody|no one|half|a third|a quarter|most|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?|thousands?|millions?)\b/iu;

/** How long it took, and when it was, say nothing of how many it hit. */
const time =
  /(?:\d+(?:[.,]\d+)?|\b(?:half an|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|fifteen))(?: and a half)?[ -]?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|min|days?|weeks?|months?)\b|\d{1,2}:\d{2}|\d{4}-\d{2}(?:-\d{2})?|\b\d{1,2}\.? (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{4})?|\b(?:19|20)\d{2}\b/giu;

/** Numbers that are a part of a name, and count nothing: “db2”, “version 3.1”, “HTTP 503”, “port 443”. */
const name =
  /(?<![\w.])(?!eur|usd|gbp|chf)(?:[a-z]{1,3}(?=\d)|[a-z][\w-]*[a-z_-](?=\d))\d[\w.]*|\b(?:versions?|releases?|builds?|ports?|https?|errors?|codes?|status|tls|ssl|ipv|steps?|phases?|nodes?|servers?|shards?|racks?|zones?|lines?|layers?|sev|severity|postgres(?:ql)?|mysql|redis|kafka|java|python|kubernetes|ticket|incident|rfc) ?#?\d[\d.]*(?![\d,%]| ?%)|#\d+|\b\d+\.\d+\.\d[\d.]*|\b[45]xx\b/gi;

/** “Some customers” may be three or all of them; those who decide what to mend need to know which. */
export const impactNumber: Rule = {
  id: 'impact-number',
  level: 'warning',
  blocks: false,
  description:
    'The final report of a major incident says how large it was: in `numbers`, or with a figure in an impact’s `affected`, `share` or `note`, or in the summary.',
  bad: `severity: major
summary: Some customers could not pay, because the disk of the order database was full.
impact:
  - service: checkout
    level: partial
    affected: Some customers
${majorParts.causes}
${majorParts.timeline}
${majorParts.remediation}`,
  good: `severity: major
summary: Some customers could not pay, because the disk of the order database was full.
impact:
  - service: checkout
    level: partial
    affected: Some customers
    share: 34%
${majorParts.causes}
${majorParts.timeline}
${majorParts.remediation}`,
  *check(subject) {
    const { incident } = subject;
    if (!isMajorReport(subject) || incident.impact.length === 0) return;
    if (
      incident.numbers.length > 0 ||
      findTexts(incident).some((text) => amount.test(text.replace(time, ' ').replace(name, ' ')))
    )
      return;
    yield {
      path: ['impact'],
      part: 'key',
      message: 'Nothing says how large this was: the impact of a major incident has a number',
      hint: 'Write how many were affected (`share: 34%`, `affected: 38 of 57 warehouses`), or what was counted under `numbers`; an estimate will do.',
    };
  },
};

function findTexts({ title, summary, impact }: Incident): string[] {
  return [
    title,
    summary ?? '',
    ...impact.flatMap(({ affected, share, note }) => [affected ?? '', share ?? '', note ?? '']),
  ];
}
