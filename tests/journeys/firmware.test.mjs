// "Use the new firmware" (guide, Introduction): old firmware has no OAuth2 in Web Config until it is updated, from the maker's
// site or from a file; a wrong file and a lost connection are told; the power may go in the middle.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { isUpdated, whileTimePasses } from './support/firmware.mjs';
import { Machine, otherGlass } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { logInToWebConfig } from './support/walks.mjs';

let browser;
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-firmware-'));
before(async () => { browser = await openBrowser(); });
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (ready, page) => new URL(`PRESENTATION/ADVANCED/${page}/TOP`, ready.web_config).href;
const [oldest, newest] = ['07.31.GW22OA', '07.84.GW19Q3'];


test('from the internet, in Web Config: no OAuth2 before, OAuth2 after', async () => {
  const machine = await Machine.start({ arguments: ['--model', 'old-firmware'] });
  const operator = new Operator(machine.ready);
  const page = await openPage(browser, 'en');
  await logInToWebConfig(page, machine.ready);
  await page.goto(at(machine.ready, 'NW_EMAIL_BASIC'));
  assert.equal(await page.locator('#method-OAUTH2').count(), 0);
  assert.match(await page.locator('#no-oauth2').innerText(), /update the firmware/);

  await page.goto(at(machine.ready, 'ADMIN_FIRMWARE'));
  assert.equal(await page.locator('#current').innerText(), oldest);
  await operator.faults({ dns: 'fail' });
  await page.locator('#check').click();
  await page.locator('#problem').waitFor();
  await operator.faults({});
  await page.locator('#check').click();
  await page.locator('#newest').waitFor();
  assert.equal(await page.locator('#newest').innerText(), newest);
  await operator.clock({ stand: true });
  await page.locator('#update').click();
  await page.locator('#progress').waitFor();

  await whileTimePasses(operator, (state) => state.power === 'restarting', 'the restart');
  await operator.untilOnGlass('Restarting to finish');
  assert.equal((await page.request.get(at(machine.ready, 'ADMIN_FIRMWARE'))).status(), 503);
  await whileTimePasses(operator, isUpdated, 'the new firmware');
  await page.goto(at(machine.ready, 'ADMIN_FIRMWARE'));
  assert.match(page.url(), /PASSWORD/, 'the session is lost');
  await logInToWebConfig(page, machine.ready);
  await page.goto(at(machine.ready, 'ADMIN_FIRMWARE'));
  assert.equal(await page.locator('#current').innerText(), newest);
  await page.goto(at(machine.ready, 'NW_EMAIL_BASIC'));
  assert.equal(await page.locator('#method-OAUTH2').count(), 1);
  await machine.stop();
});

test('from a file that the maker\'s site gives; wrong and damaged ones are refused (zh-CN)', async () => {
  const machine = await Machine.start({ arguments: ['--model', 'old-firmware', '--language', 'zh-CN'] });
  const operator = new Operator(machine.ready);
  const person = await openPage(browser, 'zh-CN');
  await person.goto(`${machine.ready.cloud}/firmware`);
  const download = async (name) => {
    const [got] = await Promise.all([person.waitForEvent('download'), person.locator(`a[href*="/${name}/"]`).click()]);
    const file = path.join(folder, got.suggestedFilename());
    await got.saveAs(file);
    return file;
  };
  const own = await download('old-firmware'), other = await download('compact');
  const damaged = path.join(folder, 'damaged.ptfw');
  const bytes = readFileSync(own);
  bytes[bytes.length - 1] ^= 1;
  writeFileSync(damaged, bytes);

  const page = await openPage(browser, 'zh-CN');
  await logInToWebConfig(page, machine.ready);
  const bring = async (file) => {
    await page.goto(at(machine.ready, 'ADMIN_FIRMWARE'));
    await page.locator('#file').setInputFiles(file);
    await page.locator('#update-from-file').click();
  };
  await bring(other);
  assert.match(await page.locator('#problem').innerText(), /其他机型/);
  await bring(damaged);
  assert.match(await page.locator('#problem').innerText(), /已损坏/);
  await operator.clock({ stand: true });
  await bring(own);
  await page.locator('#progress').waitFor();
  await whileTimePasses(operator, (state) => state.firmware.phase === 'writing' && state.firmware.percent > 0, 'the writing');

  // The power goes in the middle: the old one is there, and the update can be had again.
  await machine.kill();
  const again = await Machine.start({ state: machine.state, arguments: ['--model', 'old-firmware'] });
  const after_power = new Operator(again.ready);
  assert.equal((await after_power.snapshot()).product.firmware, oldest);
  const second = await openPage(browser, 'zh-CN');
  await logInToWebConfig(second, again.ready);
  await second.goto(at(again.ready, 'ADMIN_FIRMWARE'));
  await after_power.clock({ stand: true });
  await second.locator('#file').setInputFiles(own);
  await second.locator('#update-from-file').click();
  await second.locator('#progress').waitFor();
  assert.equal((await whileTimePasses(after_power, isUpdated, 'the new firmware')).product.firmware, newest);
  await again.stop();
});

for (const [model, before, then] of [['old-firmware', oldest, newest], ['small-old-firmware', '05.02.GW22OA', '05.12.GW19Q3']]) {
  test(`from the panel: look, update, restart, and the version that it shows then (${model})`, async () => {
    const machine = await Machine.start({ arguments: [...otherGlass, '--model', model, '--language', 'zh-CN'] });
    const operator = new Operator(machine.ready);
    await operator.clock({ stand: true });
    await operator.tap('settings', 'general-settings', 'system-administration', 'firmware', 'firmware-update');
    await operator.untilOnGlass(before);
    await operator.tap('check');
    await operator.untilOnGlass(then);
    await operator.tap('update', 'yes');
    await operator.until(() => operator.snapshot(), (state) => state.firmware.phase === 'verifying', 'the download');
    await whileTimePasses(operator, (state) => state.firmware.phase === 'writing', 'the writing');
    await operator.untilOnGlass('正在更新固件');
    await whileTimePasses(operator, isUpdated, 'the new firmware');
    await operator.tap('settings', 'device-information');
    await operator.untilOnGlass(then);
    await machine.stop();
  });
}
