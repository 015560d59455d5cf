import type { Edit } from '../../../diagnostic/edit.js';
import { findPlace, type Document } from '../../../parse/document.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import { findUsualSpelling } from '../../../time/usualSpelling.js';
import { findMeta, findSchema } from '../../../validate/schema/field.js';
import { incidentSchema } from '../../../validate/schema/incident.js';
import type { Rule } from '../../rule.js';

/** One remark a file: whoever writes `1:05 PM` writes it everywhere, and it means what it means. */
export const timeSpelling: Rule = {
  id: 'time-spelling',
  level: 'info',
  blocks: false,
  description:
    'Times can be written in several ways and mean the same; files that are read side by side are easier to compare when they are written in one: `2026-03-14 08:40`, `13:05`. `afterword fix` does it.',
  bad: `started: 2026-03-14 9:05 AM
resolved: 2026-03-14 6:00 PM`,
  good: `started: 2026-03-14 09:05
resolved: 2026-03-14 18:00`,
  *check({ document }) {
    const found = findOtherSpellings(document);
    const [first] = found;
    if (!first) return;
    const others = found.length > 1 ? `, and ${found.length - 1} more in this file` : '';
    yield {
      path: first.path,
      message: `\`${first.words}\` is \`${first.usual}\` in the usual spelling${others}`,
      hint: '`afterword fix` rewrites them; the times stay the same.',
      fixes: [
        {
          title: 'Write times in the usual spelling',
          edits: found.map(({ edit }) => edit),
          safe: true,
        },
      ],
    };
  },
};

interface OtherSpelling {
  path: DataPath;
  words: string;
  usual: string;
  edit: Edit;
}

function findOtherSpellings(document: Document): OtherSpelling[] {
  const found: OtherSpelling[] = [];
  const step = (value: unknown, path: DataPath): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        step(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
    if (typeof value !== 'string') return;
    const usual = findUsualSpelling(value);
    const schema = usual === undefined ? undefined : findSchema(incidentSchema, path);
    if (usual === undefined || !schema || findMeta(schema)?.time !== true) return;
    const { start, end } = findPlace(document, path);
    const written = document.text.slice(start.offset, end.offset);
    // Quotes stay as they are; what is folded over lines is left alone.
    const at = written.indexOf(value);
    if (at < 0) return;
    const from = start.offset + at;
    // A clock time alone is a number to other readers, unless it is quoted.
    const text = written === value && /^\d\d:\d\d$/.test(usual) ? `"${usual}"` : usual;
    found.push({ path, words: value, usual, edit: { range: [from, from + value.length], text } });
  };
  step(document.data, []);
  return found;
}
