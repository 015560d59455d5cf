import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { staticFolder, type StaticFile } from '../load/staticFolder.js';
import { findPlace, type YamlSource } from '../parse/document.js';
import { parsePicture } from '../parse/picture/picture.js';
import type { Settings } from '../settings/settings.js';

/** The picture that stands beside links to pages. `path` counts from the public site's base, sizes are in pixels. */
export interface Card {
  path: string;
  width: number;
  height: number;
}

/** Checks that the pictures which `site.yaml` names are there. */
export function checkBrand(
  settings: Settings,
  source: YamlSource,
  fileExists: (path: string) => boolean,
): Diagnostic[] {
  return (['logo', 'card'] as const).flatMap((key): Diagnostic[] => {
    const name = settings.brand[key];
    if (name === undefined || fileExists(`${staticFolder}/${name}`)) return [];
    return [
      {
        path: source.path,
        place: findPlace(source, ['brand', key]),
        level: 'error',
        blocks: true,
        rule: 'file-missing',
        message: `There is no ${staticFolder}/${name}`,
        hint: 'Put the picture there, or remove the line.',
      },
    ];
  });
}

/**
 * What programs that show links take: below 600 × 315 pixels most show a thumbnail instead, above 4096 X shows none, and above 5 MB
 * neither.
 */
const cardLimit = { width: 600, height: 315, side: 4096, bytes: 5_000_000 } as const;

/**
 * The card among the files of `site/static`, and what keeps others from showing it. Undefined where none is named, or where it is not
 * fit. That it is there is for `checkBrand` to say.
 */
export function findCard(
  settings: Settings,
  source: YamlSource,
  files: readonly StaticFile[],
): { card: Card | undefined; diagnostics: Diagnostic[] } {
  const name = settings.brand.card;
  const file = files.find(({ path }) => path === name);
  if (file === undefined) return { card: undefined, diagnostics: [] };
  const read = readCard(file);
  if (typeof read !== 'string') return { card: read, diagnostics: [] };
  const diagnostic: Diagnostic = {
    path: source.path,
    place: findPlace(source, ['brand', 'card']),
    level: 'error',
    blocks: true,
    rule: 'card-picture',
    message: `${staticFolder}/${file.path} ${read}`,
    hint: 'Save it as PNG or JPEG with 1200 × 630 pixels, or remove the line.',
  };
  return { card: undefined, diagnostics: [diagnostic] };
}

/** The card, or what is wrong with it. */
function readCard({ path, content }: StaticFile): Card | string {
  const parsed = parsePicture(content);
  if (!parsed.ok || (parsed.picture.format !== 'png' && parsed.picture.format !== 'jpg'))
    return 'is neither PNG nor JPEG, and others show no card of it';
  const { width, height } = parsed.picture;
  const size = `has ${width} × ${height} pixels`;
  if (width < cardLimit.width || height < cardLimit.height)
    return `${size}; of fewer than ${cardLimit.width} × ${cardLimit.height} others show a thumbnail or nothing`;
  if (Math.max(width, height) > cardLimit.side)
    return `${size}; of more than ${cardLimit.side} on a side others show nothing`;
  if (content.length > cardLimit.bytes)
    return `has ${content.length} bytes; of more than ${cardLimit.bytes} others show nothing`;
  return { path, width, height };
}
