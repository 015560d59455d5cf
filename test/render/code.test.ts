import { describe, expect, it } from 'vitest';
import type { PageContext } from '../../src/render/frame.js';
import { renderBlock } from '../../src/render/text.js';
import { english } from '../../src/render/wording/english.js';

/** A page from which nothing is linked. */
const page = {
  frame: { hasPage: () => false },
  wording: english,
  address: '',
  link: (to: string) => to,
} as unknown as PageContext;

const render = (text: string): string => renderBlock(text, page, { top: 2, prefix: '' });
const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;
const countMarked = (html: string): number => html.match(/class="hljs-/g)?.length ?? 0;

describe('code', () => {
  it('has its words marked where its language is known', () => {
    expect(countMarked(render(fence('js', 'const full = true;')))).toBe(2);
    expect(countMarked(render(fence('html', '<b>full</b>')))).toBeGreaterThan(0);
    expect(countMarked(render(fence('nobody', 'const full = true;')))).toBe(0);
  });

  it('is shown as it is when it is long, and when much was marked before it', () => {
    const long = 'let a;\n'.repeat(600);
    expect(countMarked(render(fence('js', long)))).toBe(0);
    expect(render(fence('js', long))).toContain(long.trim());
    const some = 'let a;\n'.repeat(500);
    expect(countMarked(render(fence('js', some).repeat(9)))).toBe(2 * 500);
  });

  it.each([
    ['xml', '<script>'],
    ['php-template', '<script>'],
    ['markdown', '[a]('],
    ['c', 'select '],
    ['ini', 'a-'],
  ])(
    'in %s that is made of %s takes no more than any other',
    (language, motif) => {
      const code = fence(language, motif.repeat(Math.floor(950 / motif.length)));
      const from = process.cpuUsage();
      expect(render(code.repeat(400))).toContain(motif.replace('<', '&#x3C;'));
      expect(process.cpuUsage(from).user).toBeLessThan(20_000_000);
      expect(render(fence(language, motif.repeat(1_000)))).not.toContain('hljs-');
    },
    90_000,
  );
});
