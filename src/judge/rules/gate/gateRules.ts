import type { Rule } from '../../rule.js';
import { accountId } from './accountId.js';
import { character } from './character.js';
import { chatMention } from './chatMention.js';
import { commentBeside } from './commentBeside.js';
import { emailAddress } from './emailAddress.js';
import { fenceAmbiguous } from './fenceAmbiguous.js';
import { fenceOpen } from './fenceOpen.js';
import { forbiddenText } from './forbiddenText.js';
import { headingShape } from './headingShape.js';
import { inlineParagraphs } from './inlineParagraphs.js';
import { internalName } from './internalName.js';
import { lazyContinuation } from './lazyContinuation.js';
import { markIneffective } from './markIneffective.js';
import { milestoneWithheld } from './milestoneWithheld.js';
import { personName } from './personName.js';
import { picturePublic } from './picturePublic.js';
import { privateAddress } from './privateAddress.js';
import { publicBlock } from './publicBlock.js';
import { publicLink } from './publicLink.js';
import { rawHtml } from './rawHtml.js';
import { referenceAcross } from './referenceAcross.js';
import { relativeTime } from './relativeTime.js';
import { secret } from './secret.js';
import { sectionCut } from './sectionCut.js';
import { sectionMissing } from './sectionMissing.js';
import { sectionTwice } from './sectionTwice.js';
import { sectionUnlisted } from './sectionUnlisted.js';
import { ticketKey } from './ticketKey.js';

/** The rules that guard the gate: what is public is what it seems. None can be waived. */
export const gateRules: readonly Rule[] = [
  // The block, and what it names
  publicBlock,
  sectionMissing,
  sectionUnlisted,
  sectionTwice,
  // The form of the body
  headingShape,
  fenceOpen,
  fenceAmbiguous,
  referenceAcross,
  lazyContinuation,
  sectionCut,
  rawHtml,
  picturePublic,
  // What the texts say
  publicLink,
  markIneffective,
  commentBeside,
  inlineParagraphs,
  internalName,
  personName,
  forbiddenText,
  secret,
  privateAddress,
  emailAddress,
  accountId,
  ticketKey,
  chatMention,
  character,
  // Times
  relativeTime,
  milestoneWithheld,
];
