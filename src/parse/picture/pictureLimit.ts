import { pictureBytes } from '../../load/projectFile.js';
import { PictureProblem } from './byteReader.js';

/** What a picture may be at most. They are counted before the work, so that the verdict is the same on every machine. */
export const pictureLimit = {
  /** Bytes of the file. */
  bytes: pictureBytes,
  /** Width times height; a screen of 5K has some 15 million. */
  pixels: 25_000_000,
  /** Pictures of an animation. */
  frames: 300,
  /** The pixels of all pictures of an animation. */
  pixelsOfFrames: 100_000_000,
} as const;

/** Refuses sizes that would keep a reader's browser busy, or that are none. */
export function checkSize(width: number, height: number): void {
  if (width === 0 || height === 0) throw new PictureProblem('has no pixels');
  if (width * height > pictureLimit.pixels) {
    throw new PictureProblem(
      `has ${width} × ${height} pixels, at most ${pictureLimit.pixels} are published`,
      'Make it smaller: pages are some 1,000 pixels wide.',
    );
  }
}

/** Counts the pictures of an animation and their pixels, and refuses too many. */
export function createFrameCounter(): (width: number, height: number) => void {
  let frames = 0;
  let pixels = 0;
  return (width, height) => {
    frames++;
    pixels += width * height;
    const hint = 'Make it shorter or smaller, or show one picture of it.';
    if (frames > pictureLimit.frames)
      throw new PictureProblem(
        `is an animation of more than ${pictureLimit.frames} pictures, at most so many are published`,
        hint,
      );
    if (pixels > pictureLimit.pixelsOfFrames)
      throw new PictureProblem(
        `is an animation of more than ${pictureLimit.pixelsOfFrames} pixels in all, at most so many are published`,
        hint,
      );
  };
}
