import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { findPlace, type YamlSource } from '../parse/document.js';
import type { Settings } from '../settings/settings.js';

/** Checks that the logo which `site.yaml` names is there. */
export function checkBrand(
  settings: Settings,
  source: YamlSource,
  fileExists: (path: string) => boolean,
): Diagnostic[] {
  const { logo } = settings.brand;
  if (logo === undefined || fileExists(`site/static/${logo}`)) return [];
  return [
    {
      path: source.path,
      place: findPlace(source, ['brand', 'logo']),
      level: 'error',
      blocks: true,
      rule: 'file-missing',
      message: `There is no site/static/${logo}`,
      hint: 'Put the picture there, or remove the line.',
    },
  ];
}
