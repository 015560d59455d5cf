import type { Detector } from './leak.js';

/** Finds what a chat writes for people, groups and channels, when a passage was copied out of it. */
export const chatMentions: Detector = {
  one: 'a mention copied from a chat',
  many: 'mentions copied from a chat',
  *find(text) {
    for (const { 0: found, index: from } of text.matchAll(pattern)) {
      yield {
        from,
        found,
        message: `“${found}” is a person, a group or a channel of a chat`,
        hint: 'Say in words who was told, by role: “the engineer on call”.',
      };
    }
  },
};

/** Slack's `<@U012AB3CD>`, `<#C012AB3CD|payments>`, `<!subteam^S012AB3CD>`; Discord's `<@123456789012345678>`. */
const pattern =
  /<(?:@[UW][A-Z0-9]{6,12}|#C[A-Z0-9]{6,12}|!subteam\^S[A-Z0-9]{6,12}|@[!&]?\d{15,20}|#\d{15,20})(?:\|[^>\s]{0,80})?>/g;
