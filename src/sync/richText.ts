import * as z from 'zod';

/*
 * Jira's texts: Atlassian Document Format, https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/.
 */

/** A document as far as we look into it: whatever else stands in it is sent back as it came. */
export const documentSchema = z.looseObject({
  type: z.literal('doc'),
  content: z.array(z.looseObject({ type: z.string() })),
});
export type RichText = z.output<typeof documentSchema>;
type Block = RichText['content'][number];

/** A document with lines of ours, and a sentence below them. Nobody is mentioned and nothing is linked in code. */
export function createRichText(facts: string, explanation: string): RichText {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: explanation }] };
  return { type: 'doc', version: 1, content: [createCode(facts), paragraph] };
}

/** The lines of ours in a document, all else as it was. */
export function replaceFacts(document: RichText, facts: string): RichText {
  return {
    ...document,
    content: document.content.map((block) => (isOurs(block) ? createCode(facts) : block)),
  };
}

/** The lines of ours in a document; empty where there are none. */
export function findFacts(document: RichText | null | undefined): string {
  const block = document?.content.find(isOurs);
  return block ? textOf(block) : '';
}

function createCode(text: string): Block {
  return { type: 'codeBlock', attrs: { language: 'text' }, content: [{ type: 'text', text }] };
}

function isOurs(block: Block): boolean {
  return block.type === 'codeBlock' && textOf(block).startsWith('afterword: ');
}

/** Code holds nothing but texts. */
function textOf({ content }: Block): string {
  const parts: unknown[] = Array.isArray(content) ? content : [];
  return parts
    .map((part) => (typeof part === 'object' && part !== null && 'text' in part ? part.text : ''))
    .filter((text) => typeof text === 'string')
    .join('');
}
