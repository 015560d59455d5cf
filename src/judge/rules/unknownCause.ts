import { createReferenceRule } from './reference.js';

/** An item says which cause it is about. */
export const unknownCause = createReferenceRule({
  id: 'unknown-cause',
  what: 'cause',
  home: '`causes` of this file',
  description: 'The causes that an item addresses stand in the same file.',
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.addresses.map((id, place) => [['remediation', index, 'addresses', place], id]),
    ),
  known: ({ incident }) => incident.causes.map((cause) => cause.id),
});
