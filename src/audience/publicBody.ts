import { cutBody, namedSections } from '../judge/bodyCut.js';
import type { Incident } from '../model/incident.js';
import type { Document } from '../parse/document.js';
import type { Pictures } from '../judge/pictureFile.js';
import type { PublicBody } from './publicHistory.js';
import { placePictures } from './publicPicture.js';

/**
 * The sections of a body that customers see, and the pictures in them. Empty in a draft (its sections follow with the
 * report), where the text was taken back, and where there is no document whose body could be read.
 */
export function createPublicBody(
  incident: Incident,
  document: Document | undefined,
  pictures: Pictures,
): PublicBody {
  const readable = document?.hasBody && incident.status !== 'draft' ? document : undefined;
  const cut = cutBody(readable?.text ?? '', readable ? namedSections(incident, readable) : []);
  const placed = readable ? placePictures(cut, readable, pictures) : { ...cut, pictures: [] };
  return { ...placed, text: placed.text as PublicBody['text'] };
}
