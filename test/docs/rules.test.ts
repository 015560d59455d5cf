import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { understandProject } from '../../src/commands/project.js';
import { catalogue } from '../../src/judge/catalogue/catalogue.js';
import type { Example, RuleDescription } from '../../src/judge/rule.js';
import { describeEffect, listExampleFiles, visible } from '../../src/report/explanation.js';
import { createExampleFiles, examplePath } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';

/* docs/rules.md is made from the rules: `UPDATE=1 npx vitest run test/docs` writes it. */

const file = join(import.meta.dirname, '../../docs/rules.md');

const opening = `# The rules

What \`afterword check\` looks at. Every diagnostic ends with the id of its rule; \`afterword explain RULE\` tells in the terminal what stands here.

A rule has a level (error, warning or info) and says whether it **blocks** a build or is **owed**. It blocks when a file cannot be read, means two things, or would leak; such a rule can be neither waived nor changed in level. What is owed is printed, listed in the tracker and left to you: \`rules\` in \`site/site.yaml\` changes its level or turns it off, for all incidents or for those that started on or after a day (\`since\`); \`waive\` in a file sets it aside there, with a reason and a name.

Examples show the lines that matter of one file (asOf is 2026-11-22), what \`check\` says of them with line and column within the example, and the same lines as they should be.
`;

it('docs/rules.md says what the rules say', async () => {
  const parts = [opening];
  for (const { title, about, rules } of catalogue) {
    parts.push(`## ${title}\n\n${about}\n`);
    for (const rule of rules) parts.push(await renderRule(rule));
  }
  const generated = await format(parts.join('\n'), { parser: 'markdown', printWidth: 110 });
  if (process.env['UPDATE']) writeFileSync(file, generated);
  expect(readFileSync(file, 'utf8')).toBe(generated);
}, 120_000);

async function renderRule(rule: RuleDescription): Promise<string> {
  const parts = [`### \`${rule.id}\`\n`, `_${describeEffect(rule)}_\n`, `${rule.description}\n`];
  if (rule.bad !== undefined && rule.good !== undefined) {
    parts.push(renderExample(rule.bad), ...(await listFound(rule.id, rule.bad)));
    parts.push(`\nAs it should be:\n`, renderExample(rule.good));
  }
  if (rule.told !== undefined) parts.push(`${rule.told}\n`);
  return parts.join('\n');
}

function renderExample(example: Example): string {
  const blocks = listExampleFiles(example).map(({ path, text }) => {
    const shown = text.trimEnd().split('\n').map(visible).join('\n');
    const name = path === undefined ? '' : `\`${path}\`:\n\n`;
    const isMarkdown = /^---$/m.test(text);
    return `${name}<!-- prettier-ignore -->\n\`\`\`\`${isMarkdown ? 'markdown' : 'yaml'}\n${shown}\n\`\`\`\`\n`;
  });
  return blocks.join('\n');
}

/** What `check` says of the example for this rule, with its places counted in the example. */
async function listFound(id: string, example: Example): Promise<string[]> {
  const workspace = createWorkspace();
  const files = createExampleFiles(example);
  for (const { path, text } of files) workspace.file(path, text);
  const { diagnostics } = await understandProject(workspace.root, () => '2026-11-22');
  return diagnostics.flatMap(({ rule, path, place, level, message, hint }) => {
    if (rule !== id) return [];
    const before = files.find((one) => one.path === path)?.before ?? 0;
    // What is missing has the place of what is around it, which may be above the example.
    const line = (place?.start.line ?? 0) - before;
    const at = place && line > 0 ? ` at ${line}:${place.start.column}` : '';
    const name = path === examplePath ? '' : ` in \`${path}\``;
    return `- ${level}${name}${at}: ${escape(message)}${hint === undefined ? '' : `. ${escape(hint)}`}`;
  });
}

/** Messages are plain text with code in backquotes; other marks of Markdown mean themselves. */
function escape(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : visible(part).replace(/[*_<>[\]\\#|~]/g, '\\$&')))
    .join('');
}
