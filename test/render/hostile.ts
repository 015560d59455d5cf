/** Words that end, begin or hide something in one format or another. */
export const hostile = [
  ']]></title><script>alert(1)</script>',
  'BEGIN:VEVENT\r\nEND:VCALENDAR',
  'a\\b;c,d"e',
  '\u2028\u2029\u0085',
  '\u0000\u0007\u001b[31m',
  'an emoji 👩‍🚒 and half of one \ud83d',
  'عربي \u202e reversed',
  '&amp; &#x3C;',
].join(' ');
