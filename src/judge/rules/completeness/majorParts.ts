/** The parts of a major report, for the examples of the rules that ask for one of them. */
export const majorParts = {
  causes: `causes:
  - id: C1
    kind: root
    text: The job that rotates the logs had been switched off.`,
  timeline: `timeline:
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.
    evidence: https://graphs.example.com/d/checkout
  - at: 2026-03-14 14:02
    kind: mitigated
    text: Old logs are deleted, and orders go through again.`,
  remediation: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    priority: P2
    owner: kim
    due: 2026-12-31
    addresses: [C1]`,
};
