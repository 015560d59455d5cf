import { chatMentions } from '../../leak/chatMention.js';
import { createLeakRule } from './leakRule.js';

/** What a chat shows as a name it copies as a number, which is somebody’s. */
export const chatMention = createLeakRule({
  id: 'chat-mention',
  description:
    'No shown text holds what a chat writes in place of people, groups and channels, such as `<@U024BE7LH>`: it came in with a passage that was copied, and names them.',
  bad: `timeline:
  - at: 2026-03-14 09:41
    text: "<@U024BE7LH> restarts the order database."
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 09:41
    text: The engineer on call restarts the order database.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  detectors: [chatMentions],
});
