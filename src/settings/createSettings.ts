import type { Diagnostic, Fix } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../load/sourceFile.js';
import { findPlace, parseYamlFile, type YamlSource } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import { isListDamaged, isUnder } from '../validate/repair.js';
import { createValueFixes } from '../validate/fix.js';
import { readUnknown } from '../validate/named.js';
import { validate } from '../validate/validate.js';
import { checkPolicies, type Know } from './checkPolicies.js';
import { checkLanguage } from './language.js';
import { createNamed } from './namedList.js';
import { settingsSchema } from './schema.js';
import type { Settings } from './settings.js';

/** Reads `site/site.yaml`. Without settings nothing else can be judged; what is wrong with them is in the diagnostics. */
export function createSettings(file: SourceFile): {
  settings: Settings | undefined;
  source: YamlSource;
  diagnostics: Diagnostic[];
} {
  const { source, diagnostics } = parseYamlFile(file);
  const validated = validate(settingsSchema, source);
  diagnostics.push(...validated.diagnostics);
  const { value, damaged } = validated;
  // The severities of an example would have rules of their own, such as those for a major one.
  const isUnread = damaged.some((path) => path.length === 1 && path[0] === 'severities');
  const settings: Settings | undefined = value && {
    ...value,
    ...(isUnread ? { severities: [] } : {}),
    damaged,
  };
  if (settings) {
    diagnostics.push(...checkReferences(settings, source, validated.damaged));
    diagnostics.push(...checkLanguage(settings, source));
  }
  return { settings, source, diagnostics };
}

/** Ids must be unique, and what refers to one must find it. */
function checkReferences(settings: Settings, source: YamlSource, damaged: readonly DataPath[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (path: DataPath, rule: string, message: string, hint: string, fixes: Fix[] = []): void => {
    diagnostics.push({
      path: source.path,
      place: findPlace(source, path),
      level: 'error',
      blocks: true,
      rule,
      message,
      hint,
      ...(fixes.length === 0 ? {} : { fixes }),
    });
  };
  // What stands in the place of an id that could not be read nobody wrote.
  const isWritten = (path: DataPath): boolean => !damaged.some((one) => isUnder(path, one));
  for (const list of ['severities', 'services', 'teams', 'people'] as const) {
    const seen = new Set<string>();
    settings[list].forEach(({ id }, index) => {
      if (!isWritten([list, index, 'id'])) return;
      if (seen.has(id))
        report(
          [list, index, 'id'],
          'duplicate-id',
          `The id \`${id}\` stands twice in \`${list}\``,
          'Give one of the two another id.',
        );
      seen.add(id);
    });
  }
  const teams = new Set(
    settings.teams.flatMap(({ id }, index) => (isWritten(['teams', index, 'id']) ? [id] : [])),
  );
  const people = settings.people.map((person) => person.id);
  people.forEach((id, index) => {
    if (teams.has(id) && isWritten(['people', index, 'id'])) {
      report(
        ['people', index, 'id'],
        'duplicate-id',
        `\`${id}\` is a person and a team`,
        'An owner is one person or team, so the two need different ids.',
      );
    }
  });
  const know: Know = (path, id, list, what) => {
    const known = createNamed(settings, list);
    if (id === undefined || known.some((one) => one.id === id) || isListDamaged(damaged, list)) return;
    const reading = readUnknown(id, known, { what, home: `\`${list}\`` });
    // Nothing of what the settings name so is public.
    const { message, hint, near, certain } = reading;
    const fixes = near === undefined ? [] : createValueFixes(source, path, near, certain);
    report(path, `unknown-${what}`, `${message} here`, hint, fixes);
  };
  settings.services.forEach((service, index) =>
    know(['services', index, 'team'], service.team, 'teams', 'team'),
  );
  settings.people.forEach((person, index) => know(['people', index, 'team'], person.team, 'teams', 'team'));
  checkPolicies(settings, damaged, report, know);
  return diagnostics;
}
