/** A day with a clock time: its colon stands before digits. With seconds or an offset other readers of YAML take it for a time in UTC. */
const time = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}$/;

/** A text as a YAML scalar of one line: plain where that cannot be taken for anything else, else in quotes. */
export function spellScalar(text: string): string {
  if (time.test(text)) return text;
  return /^[\p{L}\p{N}/][^:#'"[\]{},&*!|>%@`\\]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|[\d.]+)$|\s$/i.test(text)
    ? text
    : JSON.stringify(text);
}
