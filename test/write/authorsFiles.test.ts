import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../src/diagnostic/failure.js';
import { writeEditedFile } from '../../src/write/editedFile.js';
import { writeNewFile } from '../../src/write/newFile.js';
import { createFaultyDisk } from './faultyDisk.cjs';
import { createPlace } from './place.js';

let disk: ReturnType<typeof createFaultyDisk>;
beforeAll(() => {
  disk = createFaultyDisk(() => undefined, true);
});
afterAll(() => disk.restore());

const reasons = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES', 'EBUSY'];

describe.each([
  ['an edited file', (path: string) => writeEditedFile({ path, before: 'old', after: 'new' }), 'old'],
  ['a new file', (path: string) => writeNewFile(path, 'new'), undefined],
])('%s', (_, write, before) => {
  it.each([...reasons, 'kill'])('is written whole or not at all: %s at any call', (kind) => {
    for (let at = 1; ; at++) {
      const { root, file, read } = createPlace();
      disk.arm({ at: 0, kind });
      if (before !== undefined) file('incidents/one.md', before);
      const path = join(root, 'incidents/one.md');
      disk.arm({ at, kind });
      let error: unknown;
      try {
        write(path);
      } catch (thrown) {
        error = thrown;
      }
      const isOver = disk.count() < at;
      disk.arm({ at: 0, kind });
      const names = readdirSync(root, { recursive: true, encoding: 'utf8' });
      const found = names.includes('incidents/one.md') ? read('incidents/one.md') : undefined;
      expect([before, 'new'], `${kind} at ${at}`).toContain(found);
      if (isOver) {
        expect(at).toBeGreaterThan(5);
        expect([error, found]).toEqual([undefined, 'new']);
        break;
      }
      if (kind !== 'kill') {
        expect(error).toBeInstanceOf(Failure);
        expect((error as Failure).message).toMatch(new RegExp(`incidents.*cannot be .*${kind}`));
        // Nothing lies beside it.
        expect(names.filter((name) => name.includes('.tmp'))).toEqual([]);
      }
    }
  });
});

it('deletes what a dead process left of its draft', () => {
  const { root, file } = createPlace();
  file('incidents/.afterword-999999999.tmp', 'half');
  writeNewFile(join(root, 'incidents/one.md'), 'new');
  expect(readdirSync(join(root, 'incidents'))).toEqual(['one.md']);
});

it('gives a new file the permissions that its author asked for, and leaves those of an edited one', () => {
  const { root } = createPlace();
  const path = join(root, 'incidents/one.md');
  const umask = process.umask(0o027);
  try {
    writeNewFile(path, 'old');
  } finally {
    process.umask(umask);
  }
  writeEditedFile({ path, before: 'old', after: 'new' });
  expect(statSync(path).mode & 0o777).toBe(0o640);
});
