import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

/**
 * @typedef {object} Browser
 * @property {string} path its executable
 * @property {string} version as it says itself
 * @property {string} from how it was found, for people
 */

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chrome is not in the PATH of a Mac. */
const applications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds a Chromium that starts: the one that AFTERWORD_CHROMIUM or CHROME_PATH names, else the system's, else
 * Playwright's. Undefined when there is none; an error when a variable names one that does not start.
 *
 * @returns {Browser | undefined}
 */
export function findChromium() {
  for (const variable of ['AFTERWORD_CHROMIUM', 'CHROME_PATH']) {
    const named = process.env[variable];
    if (!named) continue;
    const version = askVersion(named);
    if (version) return { path: named, version, from: `named by ${variable}` };
    throw new Error(`${variable} names ${named}, which does not start as a Chromium.`);
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
  const installed = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  for (const candidate of [...installed, ...applications]) {
    const version = askVersion(candidate);
    if (version) return { path: candidate, version, from: 'the system’s' };
  }
  const downloaded = chromium.executablePath();
  const version = askVersion(downloaded);
  return version ? { path: downloaded, version, from: 'Playwright’s' } : undefined;
}

/**
 * Some systems have a `chromium-browser` that only says how to install one, so each is asked.
 *
 * @param {string} file
 */
function askVersion(file) {
  if (!existsSync(file)) return undefined;
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout) ? stdout.trim() : undefined;
}
