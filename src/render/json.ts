import type { Output } from './output.js';

/**
 * A file of JSON: the only writer of it. `indent` is 0 for what is large and read by machines alone. What could end a script that it is put into, or a line of JavaScript, is escaped,
 * and so are halves of characters, which `JSON.stringify` does by itself.
 */
export function renderJson(path: string, value: unknown, indent: 0 | 2 = 2): Output {
  const text = JSON.stringify(value, null, indent).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { path, content: `${text}\n` };
}
