import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Incident } from '../model/incident.js';
import { findPlace, type Document } from '../parse/document.js';
import { isDayBefore } from '../time/day.js';
import type { DataPath } from '../parse/yamlTree.js';
import { isUnder } from '../validate/repair.js';
import { findSuggestion } from '../validate/suggestion.js';
import { canBeSet, findRule, ruleIds } from './catalogue/catalogue.js';

/** The waivers of one file, which remember whether they were needed. */
export interface Waivers {
  /** Whether a finding of a rule at one of the targets is set aside. */
  apply: (rule: string, targets: readonly string[]) => 'waived' | undefined;
  /** After all rules: waivers that waive nothing, that have ended, or that name what cannot be waived. */
  check: (document: Document, damaged: readonly DataPath[]) => Diagnostic[];
}

/** Makes the waivers of a file work; `asOf` decides which have ended. */
export function createWaivers(waivers: Incident['waivers'], asOf: string): Waivers {
  const used = new Set<number>();
  const ended = new Set<number>();
  return {
    apply: (rule, targets) => {
      let result: 'waived' | undefined;
      waivers.forEach((waiver, index) => {
        if (waiver.rule !== rule || (waiver.at !== undefined && !targets.includes(waiver.at))) return;
        used.add(index);
        if (waiver.until && isDayBefore(waiver.until, asOf)) ended.add(index);
        else result = 'waived';
      });
      return result;
    },
    check: (document, damaged) =>
      waivers.flatMap((waiver, index): Diagnostic[] => {
        if (damaged.some((path) => isUnder(['waive', index, 'rule'], path) || isDamagedTarget(path, waiver)))
          return [];
        const report = (rule: string, key: string, message: string, hint: string): Diagnostic[] => [
          {
            path: document.path,
            place: findPlace(document, ['waive', index, key]),
            level: 'warning',
            blocks: false,
            rule,
            message,
            hint,
          },
        ];
        const known = findRule(waiver.rule);
        if (!known) {
          const near = findSuggestion(waiver.rule, ruleIds);
          return report(
            'waiver-unknown',
            'rule',
            `There is no rule \`${waiver.rule}\``,
            near === undefined
              ? 'The id of a rule stands at the end of each diagnostic.'
              : `Did you mean \`${near}\`?`,
          );
        }
        if (!canBeSet(known)) {
          return report(
            'waiver-refused',
            'rule',
            `\`${waiver.rule}\` cannot be waived: without it the sites would be wrong`,
            'Mend what it says, and remove this entry.',
          );
        }
        if (ended.has(index)) {
          return report(
            'waiver-ended',
            'until',
            `This waiver of \`${waiver.rule}\` ended on ${waiver.until?.words ?? ''}`,
            'Do what was put off, or decide anew and say until when.',
          );
        }
        if (used.has(index)) return [];
        const at = waiver.at === undefined ? '' : ` at \`${waiver.at}\``;
        return report(
          'waiver-unused',
          'rule',
          `This waives nothing: \`${waiver.rule}\` finds nothing${at}`,
          'Remove the entry.',
        );
      }),
  };
}

/** Whether a waiver may be for an entry whose id could not be read. */
function isDamagedTarget(path: DataPath, { at }: { at?: string | undefined }): boolean {
  return at !== undefined && /^[A-Z]/.test(at) && (path.length < 3 || path.at(-1) === 'id');
}
