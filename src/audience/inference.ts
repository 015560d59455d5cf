import { isShownEntry, isShownItem, shownParts } from '../judge/visibility.js';
import type { Incident } from '../model/incident.js';
import { spellWhen } from '../time/spellWhen.js';
import { isCertainlyBefore } from '../time/when.js';

/**
 * What a reader could conclude from a public text although it does not say so: sentences for a reviewer. `text` is what
 * customers read, without its address.
 */
export function findInferences(incident: Incident, text: string): string[] {
  return [...findTellingAddress(incident, text), ...findGaps(incident), ...findTellingTime(incident)];
}

/** The address is public wording too. */
function findTellingAddress({ id }: Incident, text: string): string[] {
  const said = new Set(listWords(text));
  const words = listWords(id.replace(/^(?:\d{4}(?:-\d{2}){0,2}|undated)/, ''));
  const own = words.filter((word) => word.length > 3 && !said.has(word));
  if (own.length === 0) return [];
  return [`The address says ${list(own)}, and the text does not.`];
}

function listWords(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

/** Ids are the author's: where R1 and R3 are shown, there is an R2. */
function findGaps(incident: Incident): string[] {
  const shown = {
    remediation: incident.remediation.filter(isShownItem),
    causes: incident.causes.filter(isShownEntry),
  };
  return (['remediation', 'causes'] as const)
    .filter((part) => shownParts(incident).has(part))
    .flatMap((part) => {
      const gaps = findMissing(shown[part].map(({ id }) => id));
      const verb = gaps.length === 1 ? 'is' : 'are';
      return gaps.length === 0 ? [] : [`${list(gaps)} ${verb} missing among the ids of \`${part}\`.`];
    });
}

function findMissing(ids: readonly string[]): string[] {
  const last = new Map<string, number>();
  for (const id of ids) {
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(id) ?? [];
    last.set(letters, Math.max(last.get(letters) ?? 0, Number(digits)));
  }
  return [...last].flatMap(([letters, most]) =>
    Array.from({ length: Math.min(most, 99) }, (_, index) => `${letters}${index + 1}`).filter(
      (id) => !ids.includes(id),
    ),
  );
}

/** Something happened between the beginning and the first entry that is shown. */
function findTellingTime(incident: Incident): string[] {
  if (!shownParts(incident).has('timeline')) return [];
  const { started, timeline } = incident;
  const index = timeline.findIndex(isShownEntry);
  const first = timeline.slice(Math.max(index, 0)).find((entry) => isShownEntry(entry) && entry.at !== undefined)?.at; // prettier-ignore
  if (index <= 0 || first === undefined || !isCertainlyBefore(started, first)) return [];
  return [`It began ${spellWhen(started)}, and the first entry that is shown is of ${spellWhen(first)}.`];
}

function list(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ');
}
