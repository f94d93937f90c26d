// Golden pictures of a small set: accepted, the same on any number of threads, found when they differ, and known wrong.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { program, source } from './support/machine.mjs';
import { run } from './support/peer.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-goldens-'));
const [cases, mine, out] = ['cases', 'mine', 'out'].map((name) => path.join(folder, name));
const book = path.join(cases, 'few/pictures.txt');
const write = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const goldens = (given = [], environment = {}) => run(program, ['--assets', mine, 'goldens', cases, '--out', out, ...given], { environment });
const config = (more = '') => write(path.join(cases, 'few/config.yaml'), `languages: [en]\nthemes: [light]\nscreens: [home, settings]\nkeep: [compact/light/en/home]\n${more}`);

before(() => {
  mkdirSync(mine);
  write(path.join(cases, 'config.yaml'), 'scenario: factory\nmodels: [compact]\n');
  config();
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('what nobody has accepted is new', async () => {
  const first = await goldens();
  assert.equal(first.code, 1, first.text);
  assert.match(first.text, /compact\/light\/en\/home is new/);
});

test('accepted pictures are the same again, on one thread and on four', async () => {
  const accepted = await goldens(['--accept']);
  assert.equal(accepted.code, 0, accepted.text);
  assert.match(accepted.text, /2 accepted anew/);
  assert.equal(readFileSync(book, 'utf8').trim().split('\n').length, 2);
  assert.ok(existsSync(path.join(cases, 'few/compact-light-en-home.png')));
  for (const threads of ['1', '4']) {
    const again = await goldens([], { LP_NUM_THREADS: threads });
    assert.equal(again.code, 0, again.text);
    assert.match(again.text, /2 as accepted/);
  }
});

test('a difference is told and drawn, and one command accepts it', async () => {
  const theme = readFileSync(path.join(source, 'assets/themes/light.yaml'), 'utf8');
  write(path.join(mine, 'themes/light.yaml'), theme.replace('text: "#1A2027"', 'text: "#1A2037"'));  // both screens have words
  rmSync(out, { recursive: true });
  const differs = await goldens();
  assert.equal(differs.code, 1, differs.text);
  assert.match(differs.text, /compact\/light\/en\/home differs/);
  const side_by_side = readFileSync(path.join(out, 'few/compact-light-en-home.png'));
  assert.equal(side_by_side.readUInt32BE(16), 3 * 800);  // expected, actual, difference
  const marked = readFileSync(path.join(out, 'few/compact-light-en-settings.png'));
  assert.equal(marked.readUInt32BE(16), 800);            // kept as a digest: what changed is framed
  assert.equal((await goldens(['--accept'])).code, 0);
  assert.equal((await goldens()).code, 0);
});

test('a picture that is known to be wrong passes until it changes', async () => {
  config('known-wrong: {compact/light/en/settings: the title is cut}\n');
  const known = await goldens();
  assert.equal(known.code, 0, known.text);
  assert.match(known.text, /1 of them known to be wrong/);
  rmSync(path.join(mine, 'themes'), { recursive: true });
  const mended = await goldens();
  assert.equal(mended.code, 1);
  assert.match(mended.text, /settings was known to be wrong \(the title is cut\) and is another now/);
});

test('a picture that is not taken any more is gone, and a bad case is refused with its place', async () => {
  await goldens(['--accept']);
  write(path.join(cases, 'few/config.yaml'), 'languages: [en]\nthemes: [light]\nscreens: [home]\n');
  const gone = await goldens();
  assert.equal(gone.code, 1);
  assert.match(gone.text, /settings is gone/);
  write(path.join(cases, 'few/config.yaml'), 'languages: [en]\nscreen: [home]\n');
  const refused = await goldens();
  assert.equal(refused.code, 2);
  assert.match(refused.text, /few\/config\.yaml:2:1: unknown 'screen'; did you mean 'screens'/);
});
