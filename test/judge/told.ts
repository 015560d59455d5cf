import { understandProject } from '../../src/commands/project.js';
import { createExampleFiles } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';

/**
 * What a rule says of a file: the line it points at, from where to where, its level unless it is a warning, its message.
 * The file is given as the rules' examples are, by the lines that differ from those of a plain one.
 */
export async function tellOf(rule: string, example: string): Promise<string[]> {
  const { root, file } = createWorkspace();
  const files = createExampleFiles(example);
  for (const { path, text } of files) file(path, text);
  const { diagnostics } = await understandProject(root, () => '2026-11-22');
  const lines = files[0]?.text.split('\n') ?? [];
  return diagnostics
    .filter((one) => one.rule === rule)
    .map(({ place, level, message }) => {
      const line = lines[(place?.start.line ?? 0) - 1] ?? '';
      const end = place?.end.line === place?.start.line ? place?.end.column : undefined;
      const stretch = line.slice((place?.start.column ?? 1) - 1, end === undefined ? undefined : end - 1);
      return `${stretch} | ${level === 'warning' ? '' : `${level}: `}${message}`;
    });
}
