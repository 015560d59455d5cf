import { createHash } from 'node:crypto';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import type { Place } from '../diagnostic/place.js';
import type { RuleDescription } from '../judge/rule.js';
import { renderExplanation } from './explanation.js';
import { findLine } from './line.js';
import { createFixPlacer, type PlacedFix } from './placedFix.js';

/** What the log needs besides the diagnostics. */
export interface SarifOptions {
  /** The version of Afterword. */
  version: string;
  /** A file's text by its path. */
  textOf: (path: string) => string | undefined;
  /** How a path is shown: relative to the repository, with `/` between folders. */
  showPath: (path: string) => string;
  /** What is told of a rule. */
  findRule: (id: string) => RuleDescription | undefined;
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** The name that upload tools know for the root of the repository; it has no address here, so that no log tells whose disk it was. */
const rootId = '%SRCROOT%';

/**
 * Diagnostics as a SARIF 2.1.0 log (OASIS Standard, 27 March 2020), as data. It holds no text of a file but what a fix would
 * write; the rules are those that found something.
 */
export function createSarif(diagnostics: readonly Diagnostic[], options: SarifOptions) {
  const ids = [...new Set(diagnostics.map(({ rule }) => rule))].toSorted(compareText);
  const placeFixes = createFixPlacer(options.textOf);
  const fingerprint = createFingerprints(options);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Afterword',
            semanticVersion: options.version,
            rules: ids.map((id) => createRule(id, options.findRule(id))),
          },
        },
        invocations: [{ executionSuccessful: true }],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        defaultEncoding: 'utf-8',
        originalUriBaseIds: { [rootId]: { description: { text: 'The root of the repository.' } } },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.rule,
          ruleIndex: ids.indexOf(diagnostic.rule),
          level: levels[diagnostic.level],
          message: { text: describe(diagnostic) },
          locations: [createLocation(diagnostic.path, diagnostic.place, options)],
          ...(diagnostic.related === undefined
            ? {}
            : {
                relatedLocations: diagnostic.related.map(({ path, place, message }, index) => ({
                  id: index + 1,
                  ...createLocation(path, place, options),
                  message: { text: withoutLinks(message) },
                })),
              }),
          ...createFixes(locateFile(options.showPath(diagnostic.path)), placeFixes(diagnostic)),
          partialFingerprints: { 'afterword/v1': fingerprint(diagnostic) },
          properties: { blocks: diagnostic.blocks },
        })),
      },
    ],
  };
}

function createRule(id: string, rule: RuleDescription | undefined) {
  if (!rule) return { id, shortDescription: { text: id } };
  const help = renderExplanation(rule);
  return {
    id,
    shortDescription: { text: rule.description },
    fullDescription: { text: rule.description },
    defaultConfiguration: { level: levels[rule.level] },
    // Its examples are indented, which Markdown shows as they are.
    help: { text: help, markdown: help },
    properties: { blocks: rule.blocks },
  };
}

/** The message with the way out: few who show a log have a place for more than one text. */
function describe({ message, hint }: Diagnostic): string {
  return withoutLinks(hint === undefined ? message : `${message}. ${hint}`);
}

/** A message may hold links in SARIF (3.11.6); what only looks like one comes from a file and is not meant so. */
function withoutLinks(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, String.raw`\[`);
}

function createLocation(path: string, place: Place | undefined, { showPath }: SarifOptions) {
  const region = place ? { region: createRegion(place) } : {};
  return { physicalLocation: { artifactLocation: locateFile(showPath(path)), ...region } };
}

function locateFile(path: string) {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: rootId };
}

function createRegion({ start, end }: Place) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: start.offset,
    charLength: end.offset - start.offset,
  };
}

function createFixes(artifactLocation: ReturnType<typeof locateFile>, fixes: readonly PlacedFix[]) {
  if (fixes.length === 0) return {};
  return {
    fixes: fixes.map(({ title, safe, edits }) => {
      const replacements = edits.map(({ place, text }) => ({
        deletedRegion: createRegion(place),
        insertedContent: { text },
      }));
      return {
        description: { text: title },
        artifactChanges: [{ artifactLocation, replacements }],
        properties: { safe },
      };
    }),
  };
}

/**
 * What makes a finding the same one after other lines of its file have changed: the rule, the file, the words of its
 * line, and how many like it came before. Only a digest of it is told.
 */
function createFingerprints({ textOf, showPath }: SarifOptions): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  // Thousands of findings may stand in one long line.
  const digests = new Map<string, string>();
  return ({ rule, path, place, secret }) => {
    const key = JSON.stringify([rule, path, place && !secret ? place.start.line : null]);
    const digest = digests.get(key) ?? createDigest(rule, path, secret ? undefined : place);
    digests.set(key, digest);
    const before = seen.get(digest) ?? 0;
    seen.set(digest, before + 1);
    return `${digest}:${before + 1}`;
  };

  function createDigest(rule: string, path: string, place: Place | undefined): string {
    // A short secret could be guessed from the digest of its line.
    const line = place ? findLine(textOf(path) ?? '', place) : '';
    const words = line.trim().replace(/\s+/g, ' ');
    return createHash('sha256')
      .update(JSON.stringify([rule, showPath(path), words]))
      .digest('hex')
      .slice(0, 16);
  }
}
