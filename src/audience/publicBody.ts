import { cutBody, namedSections } from '../judge/bodyCut.js';
import type { Incident } from '../model/incident.js';
import type { Document } from '../parse/document.js';
import type { PublicBody } from './publicHistory.js';

/**
 * The sections of a body that customers see. Empty in a draft (its sections follow with the report), where the text
 * was taken back, and where there is no document whose body could be read.
 */
export function createPublicBody(incident: Incident, document: Document | undefined): PublicBody {
  const readable = document?.hasBody && incident.status !== 'draft' ? document : undefined;
  const cut = cutBody(readable?.text ?? '', readable ? namedSections(incident, readable) : []);
  return { text: cut.text as PublicBody['text'], sections: cut.sections };
}
