// shoot's page: searched, a picture's flow opened and played, the map of screens; nothing comes from a network.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openBrowser, openPage } from './support/browser.mjs';
import { program } from './support/machine.mjs';
import { run } from './support/peer.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-sheet-'));
const sheet = path.join(folder, 'out/index.html');
let browser, page;
before(async () => {
  const shot = await run(program, ['--model', 'compact', 'shoot', 'home', 'network-status', 'job-status', '--out', path.join(folder, 'out')]);
  assert.equal(shot.code, 0, shot.text);
  assert.match(shot.text, /3 pictures in [\d.]+ s, [\d.]+ a second/);
  browser = await openBrowser();
  page = await openPage(browser);
  await page.goto(pathToFileURL(sheet).href);
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('nothing in it asks a network', () => {
  assert.doesNotMatch(readFileSync(sheet, 'utf8'), /(src|href)="https?:/);
});

test('a search leaves what has all of its words', async () => {
  await page.getByRole('searchbox').fill('network compact');
  assert.equal(await page.locator('figure:visible').count(), 1);
  await page.getByRole('searchbox').fill('');
  assert.equal(await page.locator('figure:visible').count(), 3);
});

test('a picture opens its flow, which goes there', async () => {
  await page.getByAltText('network-status, compact, en').click();
  const flow = await page.locator('dialog pre').textContent();
  assert.match(flow, /- tap: network-settings\n/);
  const file = path.join(folder, 'there.yaml');
  writeFileSync(file, flow);
  const played = await run(program, ['play', file, '--out', path.join(folder, 'played')]);
  assert.equal(played.code, 0, played.text);
  await page.getByRole('button', { name: 'Close' }).click();
});

test('the map has the screens and the ways between them', async () => {
  await page.getByText('Map of the screens').click();
  assert.ok(await page.locator('.map a').count() > 20);
  assert.ok(await page.locator('.map path.way').count() > 15);
  assert.equal(await page.locator('.map a[href="#screen-network-status"]').count(), 1);
});
