import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { listElements, readPage } from '../sites/readPage.js';
import { incident as writeIncident, renderProject } from './internal/project.js';
import { incident, render } from './history.js';

const internal = renderProject({ '2026-03-14-disk': writeIncident('A full disk stopped checkout') });

it('holds all that is on a page in a landmark', () => {
  for (const html of [internal.html(''), render({ incidents: [incident()] }).page('')]) {
    const body = listElements(html).find(({ tagName }) => tagName === 'body');
    const outside = body?.childNodes.flatMap((node) => ('tagName' in node ? [node.tagName] : []));
    // The skip link comes first; it needs none.
    expect(outside?.filter((name) => !['header', 'main', 'footer'].includes(name))).toEqual(['a']);
  }
  expect(readPage(internal.html(''))[1]).toBe('Internal: not for publication');
});

it('has no empty list, also where there is nothing to link to', () => {
  const lists = internal.addresses.flatMap((address) =>
    listElements(internal.html(address)).filter(({ tagName }) => tagName === 'ul' || tagName === 'ol'),
  );
  expect(lists.filter(({ childNodes }) => childNodes.length === 0)).toEqual([]);
});

it('leaves a rem what the reader’s browser says, so that a size is what it is written as', () => {
  const styles = readFileSync(new URL('../../src/render/style/base.css', import.meta.url), 'utf8');
  const root = /\nhtml \{([^}]*)\}/.exec(styles)?.[1];
  expect(root).toContain('background');
  expect(root).not.toMatch(/\bfont(?:-size)?:/);
});
