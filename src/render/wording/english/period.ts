/** From when to when. The joints stand between two times, with the spaces around them. */
export const period = {
  from: (start: string) => `from ${start}`,
  to: ' to ',
  until: ', until ',
};
