import { findPlainScalars } from '../../../parse/yaml.js';
import { isDamaged } from '../../../model/incident.js';
import { findMeta, findSchema } from '../../../validate/schema/field.js';
import { incidentSchema } from '../../../validate/schema/incident.js';
import type { Finding, Rule } from '../../rule.js';

/** Scripts, editors and other tools read the same front matter, mostly by the rules of YAML 1.1. */
export const yamlAmbiguous: Rule = {
  id: 'yaml-ambiguous',
  level: 'info',
  blocks: false,
  description:
    'Afterword reads every value as it is written; other readers of YAML guess. To many of them `13:05` is the number 785, `0123` is 83, `1.10` is 1.1, `no` is false, and a key `on` is true. In quotes they are to everybody what they are here.',
  bad: `timeline:
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.
    evidence: https://grafana.example.com/d/checkout
  - at: 13:05
    text: Somebody looks at the disk.
    evidence: https://grafana.example.com/d/disk`,
  good: `timeline:
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.
    evidence: https://grafana.example.com/d/checkout
  - at: "13:05"
    text: Somebody looks at the disk.
    evidence: https://grafana.example.com/d/disk`,
  *check({ document, incident }): Iterable<Finding> {
    if (!suspect.test(document.source)) return;
    const found = findPlainScalars(document.source, document.yaml[0]).flatMap(
      ({ path, part, range, text }) => {
        const schema = findSchema(incidentSchema, path);
        // `true` and `20` are meant as what they are where the format asks for that; an unknown key is another matter.
        if (!schema || (part === 'value' && findMeta(schema)?.scalar !== undefined)) return [];
        // Of a value that is wrong that is said.
        if (isDamaged(incident, path)) return [];
        const taken = describeGuess(text);
        return taken === undefined ? [] : [{ range, text, taken }];
      },
    );
    const [first] = found;
    if (!first) return;
    const more = found.length === 1 ? '' : `; and ${found.length - 1} more in this file`;
    yield {
      range: first.range,
      message: `Other readers of YAML take \`${first.text}\` for ${first.taken}${more}`,
      hint: `${first.taken === nothing ? 'If there is nothing to say, remove the line; else quote it' : 'Quote it'}: \`"${first.text}"\`.`,
      fixes: [
        {
          title:
            found.length === 1
              ? `Quote \`${first.text}\``
              : 'Quote what other readers would take for something else',
          edits: found.map(({ range, text }) => ({ range, text: `"${text}"` })),
          // Nothing changes for the sites: whether other tools read these files is their authors' to say.
          safe: false,
        },
      ],
    };
  },
};

/** Words of which one might be guessed wrongly, at the end of a line or of a piece of one: most files have none. */
const suspect =
  /(?:^|[:,[{-][ \t]+)(?:[-+]?[\d.][\w.:+-]*|\d{4}-\d\d?-\d\d?[Tt \t][ \t]*[\d:.]+|~|null|yes|no|on|off|y|n|true|false)[ \t]*(?:[,\]}:#]|\r?$)/im;

const nothing = 'nothing';

/** What a reader by the rules of YAML 1.1 makes of a plain scalar, where that is not what was written. */
function describeGuess(text: string): string | undefined {
  if (/^(?:yes|on|true|y)$/i.test(text)) return '`true`';
  if (/^(?:no|off|false|n)$/i.test(text)) return '`false`';
  if (/^(?:~|null)$/i.test(text)) return nothing;
  if (/^[-+]?[1-9][\d_]*(?::[0-5]?\d)+$/.test(text)) {
    const value = text
      .replace(/[-+_]/g, '')
      .split(':')
      .reduce((sum, digits) => sum * 60 + Number(digits), 0);
    return `the number ${value}, in sixties`;
  }
  if (/^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?$/.test(text)) return 'a time in UTC';
  if (/^[-+]?0[0-7_]+$/.test(text)) return `the number ${parseInt(text.replaceAll('_', ''), 8)}, in eights`;
  if (/^[-+]?0x[\da-f_]+$/i.test(text)) return `the number ${Number(text.replace(/[-+_]/g, ''))}`;
  if (/^[-+]?0b[01_]+$/.test(text)) return `the number ${Number(text.replace(/[-+_]/g, ''))}`;
  if (/^[-+]?\.(?:inf|nan)$/i.test(text)) return 'no finite number';
  // `12e4567` is a commit, and to most of them the number Infinity.
  if (!/^[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[-+]?\d+)?$/i.test(text)) return undefined;
  const value = String(Number(text.replaceAll('_', '')));
  return value === text ? undefined : `the number ${value}`;
}
