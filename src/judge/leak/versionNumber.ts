/** Words behind which four numbers are a version of something, or a place in a document. */
const versioned =
  /(?:\b(?:versions?|ver\.?|v|releases?|builds?|firmware|patch(?:[ -]?level)?|driver|tag|section|sections|chapter|clause|table|figure|appendix|oracle|postgres(?:ql)?|mysql|mariadb|mongodb|redis|kafka|cassandra|elasticsearch|elastic|envoy|nginx|haproxy|openssl|kubernetes|docker|linux|kernel|java|jdk|jre|php|python|ruby|node(?:\.js)?|ios|ipados|macos|android|windows|chrome|firefox|safari|edge|pan-os|junos|fortios|esxi|vsphere|netscaler|citrix adc|db2|solaris|aix|sdk|api|app)|§)[\s"“'`(*_:=]*$/i;

/** A sentence about an upgrade, in which the next word is the version. */
const upgraded =
  /\b(?:upgrad|updat|downgrad|roll(?:ed|ing|s)? ?back|versions?|releas|firmware|patch|bump)(?:[^.!?]|\.(?=\d)){0,70}\b(?:to|from|and|or|with|of)\s+[`*_“"]*$/i;

/** What only an address has before it or behind it. */
const addressed =
  /(?:\/\/|@|\b(?:ip|ips|address(?:es)?|hosts?|servers?|nodes?|machines?|instances?|subnets?|networks?|gateways?|routers?|resolvers?|nameservers?|peers?|replicas?|pods?|endpoints?|traffic|connect(?:ions?|ed|ing)?|rout(?:e|ed|es|ing)|ping(?:ed)?|pointed|failover|failed over)\s+(?:(?:to|from|at|of)\s+)?)[`*_“"(]*$/i;

/** Whether four numbers of a text, which begin at an offset, are a version rather than an address. */
export function isVersion(text: string, from: number, found: string): boolean {
  const before = text.slice(Math.max(0, from - 80), from);
  if (/^:\d/.test(text.slice(from + found.length)) || addressed.test(before)) return false;
  return versioned.test(before) || upgraded.test(before);
}
