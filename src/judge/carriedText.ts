import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer } from '../diagnostic/place.js';
import type { Settings } from '../settings/settings.js';
import { forbiddenTexts } from './leak/forbiddenText.js';
import type { Detector } from './leak/leak.js';
import { personNames } from './leak/personName.js';
import type { FindSecrets } from './leak/secret.js';

/** What never stands in anything public, whoever wrote it, and the rule that says so of incidents. */
export const everywhere: readonly { rule: string; detector: Detector }[] = [
  { rule: 'forbidden-text', detector: forbiddenTexts },
  { rule: 'person-name', detector: personNames },
];

/** A text that goes into the public site as it is, and is no incident. */
export interface CarriedText {
  /** Its file, from the project's root. */
  path: string;
  text: string;
}

/**
 * Checks a file that customers get as it is: what is forbidden, people of the settings, secrets; in what is written, and,
 * of pages, in what readers see of it.
 */
export function checkCarriedText(
  { path, text }: CarriedText,
  settings: Settings,
  findSecrets: FindSecrets,
): Diagnostic[] {
  const place = createPlacer(text);
  const diagnostics: Diagnostic[] = [];
  const said = new Set<string>();
  const read = /<[a-z!/?]/i.test(text) ? readAloud(text) : '';
  for (const { rule, detector } of everywhere) {
    for (const { from, found, message } of detector.find(text, settings)) {
      said.add(found.toLowerCase());
      diagnostics.push({ ...create(path, rule, message), place: place([from, from + found.length]) });
    }
    for (const { found, message } of detector.find(read, settings)) {
      if (said.has(found.toLowerCase())) continue;
      said.add(found.toLowerCase());
      diagnostics.push(create(path, rule, message));
    }
  }
  for (const { range, kind } of findSecrets(text)) {
    diagnostics.push({ ...createSecret(path, kind), place: place(range) });
  }
  return diagnostics;
}

/** Checks the name of such a file, which is its address. */
export function checkCarriedName(path: string, settings: Settings, findSecrets: FindSecrets): Diagnostic[] {
  const words = path.replaceAll('_', ' ');
  const [secret] = findSecrets(path);
  return [
    ...everywhere.flatMap(({ rule, detector }) =>
      [...detector.find(words, settings)].map(({ message }) =>
        create(path, rule, `In the name of this file, ${message}`, 'Rename the file.'),
      ),
    ),
    ...(secret ? [createSecret(path, secret.kind)] : []),
  ];
}

function create(path: string, rule: string, message: string, hint = 'Take it out of this file.'): Diagnostic {
  return { path, level: 'error', blocks: true, rule, message, hint };
}

function createSecret(path: string, kind: string): Diagnostic {
  const hint = 'Revoke it first: it is in the history of the repository. Then take it out of this file.';
  return { ...create(path, 'secret', `Here stands ${kind}`, hint), secret: true };
}

/** A page without its marks, with its entities as what they stand for. */
function readAloud(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    nbsp: ' ',
    commat: '@',
    period: '.',
    lowbar: '_',
  };
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);
}
