import { isUtf8 } from 'node:buffer';
import { findUncommon, type Output } from '../render/output.js';
import { readCsv } from './csv.js';
import { readMarkup } from './markup.js';
import { readFragment, readPage, type ReadFile } from './page.js';

/**
 * Reads a file of a site again, by other means than it was written by: what it says, and what is wrong with its form.
 * Pictures, sheets of style and our scripts say nothing.
 */
export function readOutput({ path, content }: Output, site: 'public' | 'internal'): ReadFile {
  if (typeof content !== 'string') {
    const isText = isUtf8(content) && !content.includes(0);
    return {
      readings: [],
      fault: isText && /\.(?:png|jpe?g|webp|gif)$/.test(path) ? 'text in it' : undefined,
    };
  }
  if (path.endsWith('.html')) return readPage(content, site);
  if (/\.(?:xml|atom|rss)$/.test(path)) return readXml(content);
  if (path.endsWith('.json')) return readJson(content);
  if (path.endsWith('.ics')) return readCalendar(content);
  if (path.endsWith('.csv')) {
    const cells = readCsv(content);
    return { readings: cells ?? [], fault: cells ? undefined : 'a cell that no spreadsheet may read' };
  }
  if (path.endsWith('.md')) return { readings: readMarkdownLines(content), fault: undefined };
  return { readings: /\.(?:css|js)$/.test(path) ? [] : content.split(/\r?\n/), fault: undefined };
}

/** A Markdown file's lines as one reads them: what was written to keep words from being marks hides nothing. */
function readMarkdownLines(content: string): string[] {
  return content
    .replace(/(?<!\\)&#x([\da-f]{1,2});/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .split(/\r?\n/);
}

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';

function readXml(content: string): ReadFile {
  const readings: string[] = [];
  const faults: string[] = [];
  const open: string[] = [];
  let isHtml = false;
  if (!content.startsWith(declaration)) faults.push('another beginning');
  const fault = readMarkup(content.slice(declaration.length).trimEnd(), 'xml', {
    open(name, attributes) {
      const type = attributes.find(([key]) => key === 'type')?.[1];
      // As Atom says it, and as RSS always means it.
      isHtml = (name === 'content' && type === 'html') || (name === 'description' && open.at(-1) === 'item');
      open.push(name);
      for (const [key, value] of attributes) if (!/^xmlns\b/.test(key)) readings.push(value);
    },
    text(words) {
      if (isHtml) readInner(words, readings, faults);
      else if (words.trim() !== '') readings.push(words);
    },
    close() {
      open.pop();
      isHtml = false;
    },
  });
  return { readings, fault: fault ?? faults[0] };
}

/** HTML within a file for machines. */
function readInner(html: string, readings: string[], faults: string[]): void {
  const inner = readFragment(html);
  readings.push(...inner.readings);
  if (inner.fault !== undefined) faults.push(`${inner.fault}, within it`);
}

function readJson(content: string): ReadFile {
  if (/[<\u2028\u2029]/.test(content)) return { readings: [], fault: 'a character that is not escaped' };
  const readings: string[] = [];
  const faults: string[] = [];
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'string') {
      if (/^(?:content_)?html$/.test(name)) readInner(value, readings, faults);
      else readings.push(value);
    } else if (Array.isArray(value)) for (const entry of value) walk(entry, name);
    else if (typeof value === 'object' && value !== null)
      for (const [key, entry] of Object.entries(value)) {
        readings.push(key);
        walk(entry, key);
      }
  };
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { readings, fault: 'what is no JSON' };
  }
  walk(value, '');
  return { readings, fault: faults[0] };
}

/** A calendar (RFC 5545): lines of 75 octets at most, folded, each a name and a value; what begins also ends. */
function readCalendar(content: string): ReadFile {
  const written = content.split('\r\n');
  const isLong = written.some((line) => Buffer.byteLength(line) > 75);
  const lines = content.replace(/\r\n[ \t]/g, '').split('\r\n');
  const open: string[] = [];
  const readings: string[] = [];
  let isWrong =
    isLong || lines.pop() !== '' || findUncommon(content) >= 0 || /\r(?!\n)|(?<!\r)\n/.test(content);
  for (const line of lines) {
    const [, name = '', value = ''] =
      /^([A-Z][A-Z0-9-]*)(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:(.*)$/.exec(line) ?? [];
    if (name === 'BEGIN') open.push(value);
    else if (name === 'END' ? open.pop() !== value : name === '' || open.length === 0) isWrong = true;
    readings.push(value.replace(/\\n/gi, '\n').replace(/\\(.)/g, '$1'));
  }
  isWrong ||= open.length > 0 || lines[0] !== 'BEGIN:VCALENDAR';
  return { readings, fault: isWrong ? 'a line that no calendar reads' : undefined };
}
