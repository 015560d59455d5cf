export interface Component {
  name: string;
  /** Values by property, without their escapes; parameters stand in the name: `DTSTART;VALUE=DATE`. */
  values: Map<string, string>;
  parts: Component[];
}

/** Reads iCalendar strictly (RFC 5545, 3.1 and 3.3.11): what is not as it should be is an error. */
export function parseCalendar(text: string): Component {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text))
    throw new Error('A line that does not end in CRLF');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) if (Buffer.byteLength(line) > 75) throw new Error(`Too long: ${line}`);
  // What is cut in the midst of a character could not be put together again by everybody.
  for (const line of lines) if (/\p{Cs}/u.test(line)) throw new Error('Half a character');
  const root: Component = { name: '', values: new Map(), parts: [] };
  const open = [root];
  for (const line of text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')) {
    const [, key = '', value = ''] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/s.exec(line) ?? [];
    const parent = open.at(-1) as Component;
    if (key === '') throw new Error(`No property: ${line}`);
    if (/[\0-\x08\v\f\x0e-\x1f\x7f]/.test(value)) throw new Error('A control character');
    if (key === 'BEGIN') {
      const component = { name: value, values: new Map<string, string>(), parts: [] };
      parent.parts.push(component);
      open.push(component);
    } else if (key === 'END') {
      if (open.pop()?.name !== value) throw new Error(`END:${value} ends nothing`);
    } else {
      if (parent.values.has(key)) throw new Error(`${key} twice`);
      const isText = /^(?:SUMMARY|DESCRIPTION|NAME|X-WR-CALNAME)$/.test(key);
      if (isText && /(?<!\\)(?:\\\\)*[;,]/.test(value.replace(/\\[;,n]/gi, ''))) throw new Error(`Not escaped: ${value}`); // prettier-ignore
      parent.values.set(key, isText ? unescape(value) : value);
    }
  }
  const [calendar, ...others] = root.parts;
  if (open.length !== 1 || calendar?.name !== 'VCALENDAR' || others.length > 0)
    throw new Error('Not one calendar');
  return calendar;
}

function unescape(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}
