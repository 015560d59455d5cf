import type { Level } from '../../../diagnostic/diagnostic.js';
import type { Range } from '../../../diagnostic/place.js';
import { findRange } from '../../../parse/yaml.js';
import { findHidden, type HiddenCharacter } from '../../hiddenCharacter.js';
import type { Finding, Rule, Subject } from '../../rule.js';
import { createTexts, placeIn } from '../../text.js';
import { findShownTexts } from '../gate/gateRule.js';

/** A review reads what is seen: what is not seen, or turns the rest around, is in no review. */
export const hiddenCharacter: Rule = {
  id: 'hidden-character',
  level: 'error',
  blocks: false,
  description:
    'An incident file holds no character that reviewers cannot see. One that turns the order of the text makes a line read as another than it is, in code and addresses too, and many readers of YAML refuse control characters: both are errors. What is only invisible, such as a zero-width space that a copied text brought along, is a remark: words with it are not found. Of texts that customers see `character` speaks.',
  bad: `links:
  - title: The query that filled the disk \u202E2202-01-41\u202C
    url: https://grafana.example.com/d/disk`,
  good: `links:
  - title: The query that filled the disk 14-10-2022
    url: https://grafana.example.com/d/disk`,
  *check(subject): Iterable<Finding> {
    const { document } = subject;
    const { text } = document;
    const covered = findCovered(subject);
    const written = findHidden(text).filter(
      ({ index }) => !covered.some(([from, to]) => index >= from && index < to),
    );
    // What cannot be seen is told once a kind; what deceives, each time.
    const told = new Map<string, number>();
    for (const one of written) {
      const level = levelOf(one, text);
      if (level === undefined) continue;
      const count = (told.get(one.name) ?? 0) + 1;
      told.set(one.name, count);
      if (level !== 'error' && count > 1) continue;
      const more = level === 'error' ? 0 : written.filter(({ name }) => name === one.name).length - 1;
      yield { range: [one.index, one.index + one.length], level, ...describe(one, more) };
    }
    yield* findEscaped(subject);
  },
};

function describe({ name }: HiddenCharacter, more: number): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `${name} stands here, which nobody sees${more > 0 ? `; and ${more} more in this file` : ''}`,
    hint: 'Remove it, or type the words again; copied text often holds such characters.',
  };
}

const overrides = /[\u202D\u202E]/;
const turns = /[\u202A-\u202C\u2066-\u2069]/;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** How bad it is: undefined where a line that runs from right to left may need it. */
function levelOf({ index, length }: HiddenCharacter, text: string): Level | undefined {
  const one = text.slice(index, index + length);
  if (turns.test(one)) {
    const start = text.lastIndexOf('\n', index) + 1;
    const line = /^[^\n]*/.exec(text.slice(start))?.[0] ?? '';
    return rightToLeft.test(line) && !overrides.test(line) ? undefined : 'error';
  }
  if (overrides.test(one) || /\p{Cc}/u.test(one)) return 'error';
  return one === '\uFFFD' ? 'warning' : 'info';
}

/** Stretches of the file of which `character` speaks: texts that customers see, headings, the names of sections. */
function findCovered(subject: Subject): Range[] {
  const { incident, document } = subject;
  if (!incident.publication) return [];
  const shown = findShownTexts(subject).flatMap(({ path, base, text }): (Range | undefined)[] =>
    // The id, which customers read as an address, stands in the file's name.
    path?.length === 0
      ? []
      : path
        ? [findRange(document.source, document.yaml[0], path, 'value')]
        : [[base, base + text.length]],
  );
  const lists = (['sections', 'withheld'] as const).map((list) =>
    findRange(document.source, document.yaml[0], ['public', list], 'value'),
  );
  const headings = document.sections.map(({ headingRange }) => headingRange);
  return [...shown, ...lists, ...headings].filter((range) => range !== undefined);
}

/** Characters written as escapes in quotes (`"\u202E"`), which are in the text all the same. */
function* findEscaped(subject: Subject): Iterable<Finding> {
  const { document, incident } = subject;
  if (!/\\[xuUe0abvfNLP_]/.test(document.source)) return;
  const shown = new Set(
    incident.publication ? findShownTexts(subject).map(({ path }) => path?.join('.')) : [],
  );
  for (const text of createTexts(document)) {
    if (!text.path || shown.has(text.path.join('.'))) continue;
    const range = findRange(document.source, document.yaml[0], text.path, 'value');
    if (!range || findHidden(document.text.slice(...range)).length > 0) continue;
    for (const one of findHidden(text.text)) {
      const level = levelOf(one, text.text);
      if (level === 'error')
        yield { ...placeIn(text, one.index, one.index + one.length), level, ...describe(one, 0) };
    }
  }
}
