import { printable } from './printable.js';

/** What becomes of the public site, for somebody who has to agree. */
export interface PublicReview {
  /** What it is compared with: a revision and its commit. */
  base: string;
  incidents: readonly ReviewedIncident[];
  /** What stands on every page, a line each, before and after; the same where nothing of it changes. */
  site: { before: string; after: string };
}

/** One incident that changes for customers; its texts begin with its address. */
export interface ReviewedIncident {
  /** The text before; undefined: it becomes public. */
  before: string | undefined;
  /** The text after; undefined: it stops being public. */
  after: string | undefined;
  /** Its day where that is still to come, as written. */
  from: string | undefined;
  /** What a reader could conclude, in sentences. */
  inferences: readonly string[];
  /** Whether other words were accepted, so that nothing is built. */
  differs: boolean;
}

/** Cuts a change into lines with `+` and `-`, those that customers get and lose. */
export type DiffLines = (before: string, after: string) => readonly string[];

/** The review for a terminal, the addresses first. */
export function renderReviewText(review: PublicReview, diffLines: DiffLines): string {
  const blocks = listBlocks(review, diffLines).map(({ heading, address, notes, lines }) =>
    [
      address === undefined ? heading : `${address}\n${heading}`,
      ...notes,
      ...(lines.length === 0 ? [] : ['']),
      ...lines,
    ]
      .join('\n')
      .split('\n')
      .map((line) => printable(line).trimEnd())
      .join('\n'),
  );
  return `${[describeCount(review), ...blocks].join('\n\n')}\n`;
}

/** GitHub takes no longer comment than 65,536 characters. */
const longest = 60_000;

/** The review as a comment on a pull request. Nothing that an author wrote is more than words in it. */
export function renderReviewMarkdown(review: PublicReview, diffLines: DiffLines): string {
  let rest = longest;
  const blocks = listBlocks(review, diffLines).map(({ heading, address, notes, lines }) => {
    const shown = cutLines(lines, rest);
    const left = lines.length - shown.length;
    const text = shown.map(printable).join('\n');
    rest -= text.length;
    const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((run) => run.length + 1)));
    return [
      `### ${heading}`,
      ...(address === undefined ? [] : [`<${address}>`]),
      ...(notes.length === 0 ? [] : [notes.map((note) => `- ${escape(note)}`).join('\n')]),
      ...(shown.length === 0 ? [] : [`${fence}diff\n${text}\n${fence}`]),
      ...(left === 0 ? [] : [`${left} more lines; \`afterword preview\` shows them.`]),
    ].join('\n\n');
  });
  return `${[`## What customers will read\n\n${escape(describeCount(review))}`, ...blocks].join('\n\n')}\n`;
}

interface Block {
  heading: string;
  address: string | undefined;
  notes: string[];
  lines: readonly string[];
}

/** What stops comes first, since nobody looks for what is not there; then what is new, then what changes. */
function listBlocks({ incidents, site }: PublicReview, diffLines: DiffLines): Block[] {
  const gone = incidents.filter(({ after }) => after === undefined);
  const added = incidents.filter(({ before, after }) => before === undefined && after !== undefined);
  const changed = incidents.filter(({ before, after }) => before !== undefined && after !== undefined);
  const blocks = [...gone, ...added, ...changed].map((one): Block => {
    const { before, after, from, inferences, differs } = one;
    const text = after ?? before ?? '';
    return {
      heading:
        after === undefined
          ? 'Stops being public'
          : before === undefined
            ? `Becomes public${from === undefined ? '' : ` on ${from}`}`
            : `Changes${from === undefined ? '' : `; public from ${from} on`}`,
      address: text.split('\n', 1)[0],
      notes: [
        ...(differs
          ? ['Other words than these were accepted, so that nothing is built until `afterword publish`.']
          : []),
        ...inferences,
      ],
      lines: after === undefined ? [] : diffLines(before ?? '', after),
    };
  });
  if (site.before === site.after) return blocks;
  const lines = diffLines(site.before, site.after);
  return [...blocks, { heading: 'On every page', address: undefined, notes: [], lines }];
}

function describeCount({ base, incidents, site }: PublicReview): string {
  const count = incidents.length;
  if (count === 0 && site.before === site.after)
    return `Nothing changes for customers, compared with ${base}.`;
  const what = count === 1 ? '1 incident changes' : `${count} incidents change`;
  return `${count === 0 ? 'Something on every page changes' : what} for customers, compared with ${base}.`;
}

function cutLines(lines: readonly string[], most: number): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => (length += line.length + 1) > most);
  return end < 0 ? lines : lines.slice(0, end);
}

/** Words in Markdown that mean nothing else; code of ours stays code. */
function escape(text: string): string {
  return printable(text).replace(/[\\*_[\]<>#|~@&]/g, String.raw`\$&`);
}
