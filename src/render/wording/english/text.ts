/** What stands around the texts of authors. */
export const text = {
  /** The heading of footnotes; only heard. */
  notes: 'Notes',
  /** The way from a footnote back into the text; `again` counts from 2 on where a note is referred to several times. */
  backToNote: (note: number, again: number) => `Back to reference ${note}${again > 1 ? `-${again}` : ''}`,
  /** In place of a picture that cannot be shown. */
  picture: (description: string) => `[picture: ${description}]`,
  unknownPicture: '[picture]',
  /** In place of the boxes of a list. */
  ticked: 'Done:',
  unticked: 'Not done:',
  /** What is wider than a phone and scrolls by itself; only heard. */
  table: 'Table',
  code: 'Code',
};
