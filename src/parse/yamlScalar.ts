/** A text as a YAML scalar of one line: plain where that cannot be taken for anything else, else in quotes. */
export function spellScalar(text: string): string {
  return /^[\p{L}\p{N}/][^:#'"[\]{},&*!|>%@`\\]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|[\d.]+)$|\s$/i.test(text)
    ? text
    : JSON.stringify(text);
}
