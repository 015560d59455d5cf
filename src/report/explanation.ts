import { canBeSet } from '../judge/catalogue/catalogue.js';
import type { Example, RuleDescription } from '../judge/rule.js';

/** What a rule's word does, e.g. "error, blocks a build". */
export function describeEffect({ level, blocks, easesInDrafts }: RuleDescription): string {
  if (blocks) return `${level}, blocks a build`;
  return easesInDrafts ? `${level}, owed; a warning in drafts` : `${level}, owed`;
}

/** The files of an example with their paths; a text alone is one file, of which the path says nothing. */
export function listExampleFiles(example: Example): { path: string | undefined; text: string }[] {
  if (typeof example === 'string') return [{ path: undefined, text: example }];
  return Object.entries(example).map(([path, text]) => ({
    path,
    // The bytes of a picture say nothing to a reader.
    text: text.startsWith('GIF8') ? '(a picture)' : text,
  }));
}

/** Explains a rule for a terminal: what it asks, an example of each kind, and what can be done about it. */
export function renderExplanation(rule: RuleDescription): string {
  const parts = [`${rule.id}: ${describeEffect(rule)}`, wrap(rule.description)];
  if (rule.bad !== undefined && rule.good !== undefined) {
    parts.push(`It speaks up here:\n\n${renderExample(rule.bad)}`);
    parts.push(`And is content with this:\n\n${renderExample(rule.good)}`);
  }
  if (rule.told !== undefined) parts.push(wrap(rule.told));
  if (rule.blocks) parts.push(fixed);
  else if (canBeSet(rule)) parts.push(renderWaysOut(rule.id));
  return `${parts.join('\n\n')}\n`;
}

const fixed = 'What blocks a build can be neither waived nor changed in level.';

function renderWaysOut(id: string): string {
  return `${wrap('To set it aside for one incident, on the record, write into its front matter:')}

    waive:
      - rule: ${id}
        reason: Why it does not hold here.
        by: kim

${wrap('To change its level for all, or to turn it off for incidents before a day, write into site/site.yaml:')}

    rules:
      ${id}: { level: info, since: 2026-01-01 }      # or error, warning, off`;
}

function renderExample(example: Example): string {
  return listExampleFiles(example)
    .map(({ path, text }) => {
      const lines = text.trimEnd().split('\n');
      const head = path === undefined ? [] : [`    # ${path}`];
      return [...head, ...lines.map((line) => `    ${visible(line)}`.trimEnd())].join('\n');
    })
    .join('\n\n');
}

/** Characters that an example is about, and that nobody would see. */
export function visible(line: string): string {
  return line.replace(
    /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g,
    (one) => {
      const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `<U+${code}>`;
    },
  );
}

/** The width of prose in a terminal. */
const width = 80;

function wrap(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
