import { HtmlValidate } from 'html-validate';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { listFiles } from './sites/afterword.js';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // It is for files of others, of which there are none, and takes the address of our own on the 404 page for one.
    'require-sri': 'off',
    // Neither is in a preset, and neither has a place on our pages.
    'no-inline-style': 'error',
    'no-unknown-elements': 'error',
  },
});

describe.each(inject('builtSites'))('$name', ({ folder }) => {
  it('has no page that html-validate objects to', async () => {
    const pages = (await listFiles(folder)).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(5);
    // One line for each kind of fault: most stand in a component, and so on every page.
    const found = new Map<string, string[]>();
    for (const page of pages) {
      const { results } = await validator.validateString(
        await readFile(path.join(folder, page), 'utf8'),
        page,
      );
      for (const { line, column, message, ruleId } of results.flatMap((result) => result.messages)) {
        const fault = `${message} (${ruleId})`;
        found.set(fault, [...(found.get(fault) ?? []), `${page}:${line}:${column}`]);
      }
    }
    expect(
      [...found].map(([fault, places]) => `${fault}: ${places.length} times, first at ${places[0]}`),
    ).toEqual([]);
  });
});
