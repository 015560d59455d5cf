import { personNames } from '../../leak/personName.js';
import { blankNodes, placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { findShownTexts } from '../gate/gateRule.js';

/**
 * Handles of people whom the settings name are refused by `person-name`. Of others nobody can know whether they are a
 * colleague’s or the name of a company somewhere, so this only points.
 */
export const personHandle: Rule = {
  id: 'person-handle',
  level: 'info',
  blocks: false,
  description:
    'A shown text holds something like `@jgarcia`, which may be how a colleague is called in a chat. What is linked, in code, or said to be an account somewhere, is not meant; the handles of `people` are an error of `person-name`.',
  bad: `timeline:
  - at: 2026-03-14 09:41
    text: The order database is restarted by @jgarcia.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 09:41
    text: The order database is restarted by the engineer on call.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  *check(subject) {
    if (!subject.incident.publication) return;
    const { settings } = subject.history;
    const said = new Set<string>();
    for (const shown of findShownTexts(subject)) {
      if (!shown.text.includes('@') || shown.kind === 'address') continue;
      const text = blankNodes(shown, ['code', 'inlineCode', 'html', 'link', 'linkReference', 'definition']);
      for (const { 0: found, index: from } of text.matchAll(pattern)) {
        if (
          said.has(found) ||
          words.test(found) ||
          robots.test(found) ||
          isVariable(found, text) ||
          isAccount(text.slice(Math.max(0, from - 60), from))
        )
          continue;
        if ([...personNames.find(found, settings)].length > 0) continue;
        said.add(found);
        yield {
          ...placeIn(shown, from, from + found.length),
          message: `“${found}” looks like the handle of a person`,
          hint: 'Say what was done, not by whom. If it is an account that customers know, link to it.',
        };
      }
    }
  },
};

/** An @ and a word in lower case: annotations of programs begin with a capital, packages go on behind a slash. */
const pattern =
  /(?<![\p{L}\p{N}_.@/+&=<!-])@[a-z][a-z0-9_-]{1,37}[a-z0-9](?![\p{L}\p{N}_@/(:-]|\.[\p{L}\p{N}])/gu;

/** What means everybody, or something in a style sheet or a comment of a program. */
const words =
  /^@(?:here|channel|all|everyone|team|media|import|charset|font-face|keyframes|supports|layer|container|property|page|param|returns?|throws|type|deprecated|override|see|since|link|latest|next|beta|alpha|canary|stable|master|main|head|o?ncall[\w-]*|on-call[\w-]*)$/;

/** Programs that write in repositories and chats under a name of their own. */
const robots =
  /^@(?:[\w-]+[-_]bot|bot|[\w-]+-robot|dependabot|slackbot|hubot|renovate|github-actions|copilot|codecov|coveralls|mergify(?:io)?|greenkeeper(?:io)?|snyk|sonarcloud|allcontributors|bors|pre-commit-ci)$/;

/** Whether a text sets or reads a variable of that name, as SQL writes them: `@rownum := 1`, `SELECT @rownum`. */
function isVariable(found: string, text: string): boolean {
  return [...text.matchAll(/(?:\b(?:SET|SELECT|DECLARE|INTO)\s+(@\w+)|(@\w+)\s*:=)/g)].some(
    ([, read, set]) => found === (read ?? set),
  );
}

function isAccount(before: string): boolean {
  return /\b(?:twitter|x|mastodon|bluesky|instagram|facebook|linkedin|github|youtube|telegram|social|accounts?|handles?|follow|tweet\w*|posted|status)\b[^.!?]*$/i.test(
    before,
  );
}
