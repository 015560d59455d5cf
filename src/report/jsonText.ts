// JSON.stringify leaves these as they are, and a terminal that shows the JSON would act on them.
const unprintable = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** A value as JSON that shows what it holds: control, invisible and bidirectional characters are escaped. Ends with a line break. */
export function renderJsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${text}\n`;
}
