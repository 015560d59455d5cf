import { isScalar, Scalar } from 'yaml';
import type { Node, YAMLError } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import type { YamlProblem, YamlRepair } from './yamlProblem.js';
import { walkTree, type YamlTree } from './yamlTree.js';

/*
 * Backslashes between double quotes: YAML reads `\t` as a tab and refuses `\d`, where people mean a path of Windows or
 * an expression.
 */

const wayOut = 'Put the text in single quotes, between which a backslash is only itself';

/** What a backslash and a letter become that stand in a path by mistake. */
const meanings: Record<string, string> = {
  '0': 'a character of control',
  a: 'a character of control',
  b: 'a character of control',
  e: 'a character of control',
  f: 'a character of control',
  n: 'a line break',
  r: 'a carriage return',
  t: 'a tab',
  v: 'a character of control',
};

/** A backslash before what YAML knows no escape for. The whole text is masked, and the rest is read. */
export function findBadEscape(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  if (error.code !== 'BAD_DQ_ESCAPE') return undefined;
  const at = error.pos[0];
  let quoted: Range | undefined;
  walkTree(tree, (_, node) => {
    const [from, to] = node.range ?? [0, 0];
    if (isDoubleQuoted(node, source) && from < at && at < to) quoted = [from, to];
  });
  if (!quoted) return undefined;
  const range: Range = [
    at,
    at + (/^\\(?:[xuU][\da-fA-F]*|.)?/.exec(source.slice(at, at + 12))?.[0].length ?? 1),
  ];
  const escape = source.slice(...range);
  const named = escape === '\\`' ? 'one before a backquote does not' : `\`${escape}\` is none`;
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range,
    message: `Between double quotes a backslash begins an escape, and ${named}`,
    hint: createHint(source.slice(...quoted)),
  };
  return { problem, mask: quoted, filler: `"${'x'.repeat(quoted[1] - quoted[0] - 2)}"`, line: false };
}

/** A path of Windows between double quotes, in which YAML reads a tab or a line break. The range counts in `source`. */
export function findBrokenPath(node: Node, source: string): YamlProblem | undefined {
  if (!isDoubleQuoted(node, source)) return undefined;
  const [from = 0, to = 0] = node.range ?? [];
  const written = source.slice(from, to);
  if (!written.includes('\\')) return undefined;
  // A drive or a server, and folders behind it: `Plan B:\nFirst` alone is a line break that is meant.
  for (const path of written.matchAll(/(?:\b[A-Za-z]:|(?<=["\s])\\\\[\w.-]{2,})(?:\\{1,2}[\w.$%~-]{2,})+/g)) {
    const folders = [...path[0].matchAll(/\\\\|\\(.)/g)];
    const escape = folders.find(([, letter]) => letter !== undefined && letter in meanings);
    if (!escape?.[1] || folders.every(([, letter]) => letter === 'n')) continue;
    const at = from + path.index + escape.index;
    return {
      rule: 'yaml-prose',
      range: [at, at + 2],
      message: `YAML does not read this text as it is written: between double quotes \`${escape[0]}\` is ${meanings[escape[1]] ?? ''}`,
      hint: createHint(written),
    };
  }
  return undefined;
}

function isDoubleQuoted(node: Node, source: string): boolean {
  if (!isScalar(node) || node.type !== Scalar.QUOTE_DOUBLE || !node.range) return false;
  const [from, to] = node.range;
  return to - from > 1 && source[to - 1] === '"';
}

/** The text in single quotes, where it stands in one line and is short enough to be shown. */
function createHint(written: string): string {
  if (written.length > 120 || /[\r\n`]/.test(written)) return `${wayOut}; write each \`'\` of it twice.`;
  // Two backslashes begin the name of a server, elsewhere they were meant as one.
  const text = written
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/(?<=[\w:$])\\\\/g, '\\');
  return `${wayOut}: \`'${text.replaceAll("'", "''")}'\`.`;
}
