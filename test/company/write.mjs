// `node test/company/write.mjs FOLDER [INCIDENTS]`: the company as a project on disk, to look at or to measure with.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { asOf, createCompany } from './company.mjs';

const [folder, size = '300'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder?');
rmSync(path.join(folder, 'incidents'), { recursive: true, force: true });
for (const [file, text] of createCompany(Number(size))) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}
console.log(`afterword build --root ${folder} --as-of ${asOf} --out ${path.join(folder, 'out')}`);
