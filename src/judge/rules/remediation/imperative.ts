/** Words with which no request begins: articles, pronouns, what counts or compares, and the things that items are about. */
const others = new Set(
  (
    'a an the this that these those there it its we our us they their he she i my somebody someone everybody everyone nobody ' +
    'should must need needs needed would could can may might will is are was were has ' +
    'all any some more most less fewer better worse faster slower bigger larger smaller stricter stronger deeper closer no ' +
    'new additional proper regular automatic weekly monthly quarterly daily manual insufficient lack possible potential high low long-term short-term ' +
    'alerts tests docs dashboards runbooks playbooks metrics backups logs limits fixes improvements checks issues tickets dashboard runbook playbook ' +
    'how why what which who when where whether'
  ).split(' '),
);

/** Verbs that end as nouns and participles do. */
const verbs = new Set(
  (
    'bring ring ping string spring sling wring sting fling cling swing sing wing ' +
    'feed seed speed proceed exceed succeed breed heed weed bleed shed embed imbed shred wed bed sled ' +
    'mention question condition provision commission decommission partition repartition transition position reposition function station caution ration ' +
    'version section auction envision petition cushion fashion pension apportion proportion sanction champion action region session ' +
    'document implement supplement complement augment experiment comment segment cement fragment increment decrement instrument reinstrument reimplement regiment ' +
    'pity'
  ).split(' '),
);

/**
 * Whether a text certainly does not begin with an imperative (“Alert on …”, “Never deploy …”). Only English endings and
 * a closed list of words are known; of everything else nothing is said.
 */
export function isNoImperative(text: string): boolean {
  const first = /^[\p{L}'’-]+(?=[\s:,]|$)/u.exec(text)?.[0].toLowerCase();
  if (first === undefined || !/^[a-z'’-]+$/.test(first)) return false;
  const word = first.replace(/['’]s$/, '');
  if (others.has(word) || (word !== first && word !== 'let')) return true;
  if (verbs.has(word) || verbs.has(word.replace(/^(?:re|un|pre|de)-?/, ''))) return false;
  return (
    /^[a-z]{2,}(?:ing|[^aeiou]ed|[aeiouy]ed|[ts]ion|ment|ity|ness|ance|ence)$/.test(word) &&
    !/^(?:advance|balance|rebalance|enhance|finance|glance|chance|silence|sequence|reference|influence|commence|experience|license|fence|evidence|audience|dance|instance|harness|witness|distance|pence)$/.test(
      word,
    )
  );
}
