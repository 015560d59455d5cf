import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../load/sourceFile.js';
import { findPlace, parseYamlFile, type YamlSource } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import { findSuggestion } from '../validate/suggestion.js';
import { validate } from '../validate/validate.js';
import { checkPolicies } from './checkPolicies.js';
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
  const settings = validated.value;
  if (settings) diagnostics.push(...checkReferences(settings, source, validated.damaged));
  return { settings, source, diagnostics };
}

/** Ids must be unique, and what refers to one must find it. */
function checkReferences(settings: Settings, source: YamlSource, damaged: readonly DataPath[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (path: DataPath, rule: string, message: string, hint: string): void => {
    diagnostics.push({
      path: source.path,
      place: findPlace(source, path),
      level: 'error',
      blocks: true,
      rule,
      message,
      hint,
    });
  };
  for (const list of ['severities', 'services', 'teams', 'people'] as const) {
    const seen = new Set<string>();
    settings[list].forEach(({ id }, index) => {
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
  const teams = settings.teams.map((team) => team.id);
  const people = settings.people.map((person) => person.id);
  people.forEach((id, index) => {
    if (teams.includes(id)) {
      report(
        ['people', index, 'id'],
        'duplicate-id',
        `\`${id}\` is a person and a team`,
        'An owner is one person or team, so the two need different ids.',
      );
    }
  });
  const know = (path: DataPath, id: string | undefined, known: readonly string[], what: string): void => {
    if (id === undefined || known.includes(id)) return;
    const near = findSuggestion(id, known);
    report(
      path,
      `unknown-${what}`,
      `There is no ${what} \`${id}\` here`,
      near ? `Did you mean \`${near}\`?` : `Add it to the list, or correct the id.`,
    );
  };
  settings.services.forEach((service, index) =>
    know(['services', index, 'team'], service.team, teams, 'team'),
  );
  settings.people.forEach((person, index) => know(['people', index, 'team'], person.team, teams, 'team'));
  checkPolicies(settings, damaged, report, know);
  return diagnostics;
}
