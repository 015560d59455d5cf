import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { findPlace, type YamlSource } from '../parse/document.js';
import type { Settings } from '../settings/settings.js';
import { findSuggestion } from '../validate/suggestion.js';
import { canBeSet, findRule, ruleIds } from './catalogue/catalogue.js';

/** Checks what `site.yaml` says of rules: each exists, and none that blocks is changed. */
export function checkRuleSettings(settings: Settings, source: YamlSource): Diagnostic[] {
  return Object.keys(settings.rules).flatMap((id): Diagnostic[] => {
    const known = findRule(id);
    if (known && canBeSet(known)) return [];
    const near = known ? undefined : findSuggestion(id, ruleIds);
    return [
      {
        path: source.path,
        place: findPlace(source, ['rules', id], 'key'),
        level: 'warning',
        blocks: false,
        rule: known ? 'rule-fixed' : 'rule-unknown',
        message: known
          ? `\`${id}\` keeps its level: without it the sites would be wrong`
          : `There is no rule \`${id}\``,
        hint:
          near === undefined
            ? 'Remove the line; the id of a rule stands at the end of each diagnostic.'
            : `Did you mean \`${near}\`?`,
      },
    ];
  });
}
