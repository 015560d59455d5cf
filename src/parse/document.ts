import type { Root } from 'mdast';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer, type Place, type Range } from '../diagnostic/place.js';
import type { SourceFile } from '../load/sourceFile.js';
import { splitFrontMatter } from './frontMatter.js';
import { parseMarkdownFile } from './markdown.js';
import { createSections, type Section } from './section.js';
import { findExcess } from './textLimit.js';
import { findRange, parseYaml, type Yaml } from './yaml.js';
import type { DataPath } from './yamlTree.js';

/** A file that holds YAML, and where in it. */
export interface YamlSource extends Pick<Yaml, 'data' | 'source' | 'damaged' | 'commented' | 'lines'> {
  path: string;
  text: string;
  /** Where the YAML stands: the front matter, or all of `site.yaml`. */
  yaml: Range;
}

/** A parsed incident file, not yet trusted. Holds no tree: `parseBody` makes it again for whoever needs it. */
export interface Document extends YamlSource {
  /** The file's name without its ending. */
  id: string;
  body: Range;
  sections: Section[];
  /** False when the body is too large or too deep to be parsed. */
  hasBody: boolean;
}

/** Parses one incident file. The document is absent when front matter and body cannot be told apart. */
export function parseDocument(file: SourceFile): { document?: Document; diagnostics: Diagnostic[] } {
  const { path, text } = file;
  const place = createPlacer(text);
  const diagnostics: Diagnostic[] = [];
  const report = (rule: string, range: Range, message: string, hint: string): void => {
    diagnostics.push({ path, place: place(range), level: 'error', blocks: true, rule, message, hint });
  };

  const split = splitFrontMatter(text);
  if (!split.ok) {
    report('front-matter', split.at, split.message, split.hint);
    return { diagnostics };
  }
  const yaml = parseYaml(text, split.frontMatter);
  for (const problem of yaml.problems) report(problem.rule, problem.range, problem.message, problem.hint);

  const document: Document = {
    id: documentId(path),
    path,
    text,
    yaml: split.frontMatter,
    body: split.body,
    data: yaml.data,
    source: yaml.source,
    lines: yaml.lines,
    damaged: yaml.damaged,
    commented: yaml.commented,
    sections: [],
    hasBody: false,
  };
  const excess = findExcess(text, split.body);
  if (excess) {
    report(
      'body-limit',
      excess.range,
      excess.message,
      'Shorten it, or move it into a file of its own and link to that.',
    );
    return { document, diagnostics };
  }
  document.hasBody = true;
  const tree = parseBody(document);
  document.sections = createSections(tree, text.length);

  // gray-matter and the parser must see the same front matter, or a part of it would be published as body.
  const first = tree.children[0];
  const end = first?.type === 'yaml' ? first.position?.end.offset : undefined;
  if (end !== split.frontMatter[1] + 3) {
    report(
      'front-matter',
      split.frontMatter,
      'It cannot be told for certain where this front matter ends',
      'Let a line of exactly `---` end it, and let no other line of it begin with `---`.',
    );
  }
  return { document, diagnostics };
}

/** The file's name without folders and ending: the incident's id. */
export function documentId(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1, path.endsWith('.md') ? -3 : undefined);
}

/** How many trees are kept: rules look at one document after another, and one file is checked beside those that it names. */
const mostTrees = 4;
const trees = new Map<string, Root>();

/**
 * The Markdown tree of a whole file (its first node is the front matter); places count in the file. Treat it as
 * read-only. The last few are kept.
 */
export function parseBody({ text }: Pick<Document, 'text'>): Root {
  const tree = trees.get(text) ?? parseMarkdownFile(text);
  // Put behind the others: the first is the one that nobody asked for the longest.
  trees.delete(text);
  trees.set(text, tree);
  const [first] = trees.keys();
  if (first !== undefined && trees.size > mostTrees) trees.delete(first);
  return tree;
}

/** Parses a file that is YAML as a whole. */
export function parseYamlFile({ path, text }: SourceFile): { source: YamlSource; diagnostics: Diagnostic[] } {
  const place = createPlacer(text);
  const range: Range = [text.startsWith('\uFEFF') ? 1 : 0, text.length];
  const { problems, ...yaml } = parseYaml(text, range);
  const diagnostics = problems.map((problem): Diagnostic => ({
    path,
    place: place(problem.range),
    level: 'error',
    blocks: true,
    rule: problem.rule,
    message: problem.message,
    hint: problem.hint,
  }));
  return { source: { path, text, yaml: range, ...yaml }, diagnostics };
}

/**
 * Where a value of the YAML stands, or its key. When the path does not exist, the nearest thing around it that does:
 * for a missing key that is its parent; for one at the top, the file's first line.
 */
export function findPlace(source: YamlSource, path: DataPath, part: 'key' | 'value' = 'value'): Place {
  const place = placerOf(source.text);
  for (let length = path.length; length > 0; length--) {
    const wanted = length === path.length ? part : 'key';
    const range = findRange(source.source, source.yaml[0], path.slice(0, length), wanted);
    if (range) return place(range);
  }
  const start = source.text.startsWith('\uFEFF') ? 1 : 0;
  const lineEnd = source.text.slice(start).search(/[\r\n]|$/) + start;
  return place([start, Math.max(start + 1, lineEnd)]);
}

let placer: { text: string; place: ReturnType<typeof createPlacer> } | undefined;

/** The last file's placer is kept: its index of lines costs as much as the file is long. */
function placerOf(text: string): ReturnType<typeof createPlacer> {
  if (placer?.text !== text) placer = { text, place: createPlacer(text) };
  return placer.place;
}
