import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { findPlace, type YamlSource } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { Settings } from '../settings/settings.js';
import { everywhere } from './carriedText.js';
import type { FindSecrets } from './leak/secret.js';

/** Checks what customers read of `site.yaml`: titles, labels, names and the brand. */
export function checkSettingsTexts(
  settings: Settings,
  source: YamlSource,
  findSecrets: FindSecrets,
): Diagnostic[] {
  return listTexts(settings).flatMap(([path, text]): Diagnostic[] => {
    const place = findPlace(source, path);
    const base = { path: source.path, place, level: 'error', blocks: true } as const;
    const leaks = everywhere.flatMap(({ rule, detector }) =>
      [...detector.find(text, settings)].map(({ message }) => ({
        ...base,
        rule,
        message,
        hint: 'Customers read this line: say it in other words.',
      })),
    );
    const [secret] = findSecrets(text);
    if (!secret) return leaks;
    const hint = 'Revoke it first: it is in the history of the repository. Then take it out of this line.';
    return [...leaks, { ...base, rule: 'secret', message: `Here stands ${secret.kind}`, hint, secret: true }];
  });
}

/** The texts that customers read, each with the way to it. What could not be read is nobody's text. */
function listTexts(settings: Settings): [DataPath, string][] {
  const { title, url, severities, services, categories, brand, damaged } = settings;
  const texts: [DataPath, string | undefined][] = [
    [['title'], title],
    [['url'], url],
    ...severities.map(({ label }, index): [DataPath, string] => [['severities', index, 'label'], label]),
    ...services.flatMap(({ id, name, group, internal }, index): [DataPath, string | undefined][] =>
      internal
        ? []
        : [
            [['services', index, 'id'], id],
            [['services', index, 'name'], name],
            [['services', index, 'group'], group],
          ],
    ),
    ...categories.map((category, index): [DataPath, string] => [['categories', index], category]),
    ...Object.entries(brand).map(([key, text]): [DataPath, string | undefined] => [['brand', key], text]),
  ];
  const isDamaged = (path: DataPath): boolean =>
    damaged.some((one) => one.every((step, index) => step === path[index]));
  return texts.flatMap(([path, text]): [DataPath, string][] =>
    text === undefined || isDamaged(path) ? [] : [[path, text]],
  );
}
