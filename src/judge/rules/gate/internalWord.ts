/** A text without case, width, accents, marks and what cannot be seen: what looks the same is the same. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with the wide letters of East Asian fonts as the usual ones; offsets stay as they are. */
export function narrowLetters(text: string): string {
  return text.replace(/[\uFF21-\uFF3A\uFF41-\uFF5A]/g, (letter) => letter.normalize('NFKC'));
}

/** What is inside without being secret: `internal server error` is a sentence of HTTP. */
const ordinary =
  /\binternal(?:ly)?[ -](?:server|service|error|network|dns|api|load|traffic|tool|system|host|address|ip|domain|name|clock|queue|cache|consistency|state|check|test|process|use of|communication|documentation|audit|alert|monitoring|link|medicine)/gi;

/** Whether a label or a comment says that something is not for customers. */
export function saysInternal(text: string): boolean {
  const rest = text.normalize('NFKC').replace(ordinary, ' ');
  return /\binternal(?:ly)?\b|\bconfidential\b|\bstaff only\b|\bemployees only\b|\bnot (?:for )?(?:the )?public(?:ation)?\b|\bdo(?:n[’']t| not) (?:publish|share)\b|\bnot for customers\b|\bwithhe?ld\b/i.test(
    rest,
  );
}
