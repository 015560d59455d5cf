import { Failure } from '../diagnostic/failure.js';
import { catalogue, findRule } from '../judge/catalogue/catalogue.js';
import { describeEffect, renderExplanation } from '../report/explanation.js';
import { findSuggestion } from '../validate/suggestion.js';
import type { ExitCode, Terminal } from './terminal.js';

/** Says what a rule asks and why, with examples; without an id, which rules there are. */
export function explain(id: string | undefined, terminal: Terminal): ExitCode {
  if (id === undefined) {
    terminal.print(listRules());
    return 0;
  }
  const rule = findRule(id);
  if (!rule) {
    const near = findSuggestion(
      id,
      catalogue.flatMap((group) => group.rules.map((one) => one.id)),
    );
    const hint = near === undefined ? '`afterword explain` lists them' : `did you mean ${near}?`;
    throw new Failure(`There is no rule ${id}; ${hint}`);
  }
  terminal.print(renderExplanation(rule));
  return 0;
}

function listRules(): string {
  const width = Math.max(...catalogue.flatMap((group) => group.rules.map(({ id }) => id.length)));
  const groups = catalogue.map(({ title, about, rules }) => {
    const lines = rules.map((rule) => `  ${rule.id.padEnd(width)}  ${describeEffect(rule)}`);
    return `${title}. ${about}\n\n${lines.join('\n')}\n`;
  });
  return groups.join('\n');
}
