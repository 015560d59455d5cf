import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { createPlacer } from '../../src/diagnostic/place.js';

/** The file that the diagnostics are about: the line breaks of Windows, an emoji, and letters of several units. */
export const file = {
  path: 'incidents/2026-03-14 a#b%é.md',
  text: '---\r\ntitle: 🔥 Checkout\r\nsevrity: major\r\n---\r\n',
};

/** A range of the file: the first occurrence of a piece of it. */
function rangeOf(piece: string): readonly [number, number] {
  const start = file.text.indexOf(piece);
  return [start, start + piece.length];
}

/** Everything that a diagnostic can hold, and almost nothing. */
export const diagnostics: Diagnostic[] = [
  {
    path: file.path,
    place: createPlacer(file.text)(rangeOf('sevrity')),
    level: 'error',
    blocks: true,
    rule: 'unknown-key',
    message: 'There is no key `sevrity` here',
    hint: 'Did you mean `severity`?',
    fixes: [
      { title: 'Write `severity`', safe: true, edits: [{ range: rangeOf('sevrity'), text: 'severity' }] },
    ],
    related: [
      { path: 'site/site.yaml', message: 'The severities are here' },
      {
        path: file.path,
        place: createPlacer(file.text)(rangeOf('🔥')),
        message: 'It burns [here](https://evil.example)',
      },
    ],
  },
  { path: 'incidents/x.md', level: 'info', blocks: false, rule: 'no-such-rule', message: 'The file is odd' },
];

/** A diagnostic whose texts come from somebody who does not mean well. */
export const attack: Diagnostic = {
  path: 'incidents/a,b:c%0A\n::set-output name=x::y\r::stop-commands::z.md',
  place: createPlacer('x')([0, 1]),
  level: 'warning',
  blocks: false,
  rule: 'open-long',
  message: 'odd %0A::error::\n::set-output name=x::y\r\n::stop-commands::z \u001b[2J\u202e \u2028 end',
  hint: '\n::add-mask::password',
};
