import { isMap, isPair, isScalar, isSeq, parseDocument, Scalar, YAMLParseError } from 'yaml';
import type { Document, Node } from 'yaml';

/** The way to a value in front matter or settings, e.g. `['timeline', 2, 'text']`. */
export type DataPath = readonly (string | number)[];

/** A YAML text as the tree that yaml makes of it. Scalars are texts, whatever they look like. */
export type YamlTree = Document.Parsed;

/** Reads YAML; what is wrong with it is in the tree's errors. */
export function readTree(source: string): YamlTree {
  const { stackTraceLimit } = Error;
  // Each of thousands of mistakes would carry a stack that nobody reads, and that takes longer than the rest.
  Error.stackTraceLimit = 0;
  try {
    // yaml itself compares each key with all before it, which takes seconds where there are thousands.
    const options = {
      schema: 'failsafe',
      prettyErrors: false,
      logLevel: 'error',
      uniqueKeys: false,
    } as const;
    const tree = parseDocument(source, options);
    checkKeys(tree);
    return tree;
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Adds an error for every key that stands twice in its place, as yaml would. */
function checkKeys(tree: YamlTree): void {
  walkTree(tree, (_, node) => {
    if (!isMap(node)) return;
    const seen = new Set<unknown>();
    for (const { key } of node.items) {
      if (!isScalar(key)) continue;
      const [from = 0] = (key as Node).range ?? [];
      if (seen.has(key.value))
        tree.errors.push(new YAMLParseError([from, from + 1], 'DUPLICATE_KEY', 'Map keys must be unique'));
      seen.add(key.value);
    }
  });
}

/** Calls back for every node that is a value, with the way to it. */
export function walkTree(tree: YamlTree, visitNode: (path: DataPath, node: Node) => void): void {
  const step = (node: unknown, path: DataPath): void => {
    if (!node) return;
    visitNode(path, node as Node);
    if (isMap(node)) for (const pair of node.items) step(pair.value, [...path, keyText(pair)]);
    else if (isSeq(node)) node.items.forEach((item, index) => step(item, [...path, index]));
  };
  step(tree.contents, []);
}

/** The plain data of a tree's node; `null` for a key without a value, and for what is refused. */
export function toData(node: unknown): unknown {
  if (isMap(node)) {
    // A key `__proto__` must be a key like any other.
    const data = Object.create(null) as Record<string, unknown>;
    for (const pair of node.items) {
      const key = keyText(pair);
      if (key !== '<<') data[key] ??= toData(pair.value);
    }
    return data;
  }
  if (isSeq(node)) return node.items.map(toData);
  if (!isScalar(node)) return null;
  const plainEmpty = node.type === Scalar.PLAIN && node.source === '';
  return plainEmpty || typeof node.value !== 'string' ? null : node.value;
}

/** The key of an entry of a map, as text. */
export function keyText(pair: unknown): string {
  if (!isPair(pair)) return '';
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
