// The assets in a designer's hands: what is saved shows on the running machine, what is broken is told and not shown.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-clay-'));
const mine = path.join(folder, 'mine');
const built = (file) => readFileSync(path.join(source, 'assets', file), 'utf8');
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(mine, file)), { recursive: true });
  writeFileSync(path.join(mine, file), text);
};
/** As editors save: beside, then renamed over. */
const rename = (file, text) => {
  write(`${file}~`, text);
  renameSync(path.join(mine, `${file}~`), path.join(mine, file));
};

let machine, operator;
const assets = () => operator.get('assets');
/** Waits until `is_so` holds; the watch answers by itself. */
async function until(is_so, what) {
  await operator.until(is_so, Boolean, what).catch(async (late) => {
    throw new Error(`${late.message}: ${JSON.stringify(await assets())} ${machine.output}`);
  });
}

before(async () => {
  mkdirSync(mine, { recursive: true });
  machine = await Machine.start({ arguments: ['--assets', mine] });
  operator = new Operator(machine.ready);
});
after(async () => {
  await machine.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a saved text shows while the user stays on the screen', async () => {
  await operator.tap('settings');
  rename('locales/panel.en.po', built('locales/panel.en.po').replace('msgstr "General Settings"', 'msgstr "Everything Else"'));
  await until(async () => (await operator.words()).includes('Everything Else'), 'the text');
});

test('a saved menu, theme and model show one after the other', async () => {
  write('menus/settings.yaml', built('menus/settings.yaml').replace('id: general-settings', 'id: tongue'));
  await until(async () => JSON.stringify(await operator.tree()).includes('"tongue"'), 'the menu');
  write('models/large.yaml', built('models/large.yaml').replace('width: 1024', 'width: 1100'));
  await until(async () => (await operator.tree()).rectangle.width === 1100, 'the model');
  rmSync(path.join(mine, 'models'), { recursive: true });
  await until(async () => (await operator.tree()).rectangle.width === 1024, 'the model as it was');
});

test('a broken edit is told with file, line and column, and not shown', async () => {
  await operator.clock({ stand: true });  // nothing else on the glass goes on
  const before = await operator.tree();
  rename('menus/settings.yaml', 'menu: settings\ntitle: screen.settings\nitems:\n  - {id: a, text: screen.settings, opens: nowhere}\n');
  await until(async () => (await assets()).faults.length === 1, 'the fault');
  const [fault] = (await assets()).faults;
  assert.deepEqual([fault.file, fault.line], [path.join(mine, 'menus/settings.yaml'), 4]);
  assert.ok(fault.column > 1);
  assert.match(fault.message, /nowhere/);
  assert.match(machine.output, /menus\/settings\.yaml:4:\d+: .*'nowhere'/);
  assert.deepEqual(await operator.tree(), before);
  rmSync(path.join(mine, 'menus'), { recursive: true });
  await until(async () => (await assets()).faults.length === 0, 'the end of the fault');
});

/** A page as a browser gets it; the certificate is this machine's own. */
const page = (address) => new Promise((done, failed) => {
  https.get(new URL(address, machine.ready.web_config), { ca: readFileSync(machine.ready.ca) }, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (piece) => { text += piece; }).on('end', () => done(text));
  }).on('error', failed);
});
const productStatus = 'PRESENTATION/ADVANCED/INFO_PRTINFO/TOP';

test('a saved template, style and information file show on the next page', async () => {
  assert.match(await page(productStatus), /Root Certificate Version/);
  write('pages/webconfig/foot.mustache', `${built('pages/webconfig/foot.mustache')}<!-- mine -->`);
  await until(async () => (await page(productStatus)).includes('<!-- mine -->'), 'the template');
  write('pages/webconfig/style.css', '/* mine */');
  await until(async () => await page('PRESENTATION/ADVANCED/COMMON/STYLE.CSS') === '/* mine */', 'the style');
  write('info/web/product-status.yaml', built('info/web/product-status.yaml').replace(/id: root-certificates/, 'id: my-certificates'));
  await until(async () => (await page(productStatus)).includes('id="my-certificates"'), 'the information');
  write('pages/cloud/cloud_home.mustache', `${built('pages/cloud/cloud_home.mustache')}<!-- my cloud -->`);
  await until(async () => (await page(`${machine.ready.cloud}/`)).includes('<!-- my cloud -->'), 'the cloud\'s page');
});

test('a broken template or information file leaves the page as it was', async () => {
  const before = await page(productStatus);
  write('pages/webconfig/foot.mustache', '\n{{#nobody}}');
  await until(async () => (await assets()).faults.length === 1, 'the fault');
  const [fault] = (await assets()).faults;
  assert.deepEqual([fault.file, fault.line], [path.join(mine, 'pages/webconfig/foot.mustache'), 2]);
  write('info/web/product-status.yaml', 'groups: 5\n');
  await until(async () => (await assets()).faults.some(({ file }) => file.endsWith('product-status.yaml')), 'the other fault');
  assert.equal(await page(productStatus), before);
  for (const own of ['pages', 'info']) rmSync(path.join(mine, own), { recursive: true });
  await until(async () => (await assets()).faults.length === 0, 'the end of the faults');
});

test('a saved model is the machine\'s too', async () => {
  assert.match(await page(productStatus), /PT-C6000 Series/);
  write('models/large.yaml', built('models/large.yaml').replace('PT-C6000 Series', 'My Series').replace(/ *- fax-server\n/, ''));
  await until(async () => (await operator.snapshot()).product.model_name === 'My Series', 'the model');
  assert.equal((await operator.snapshot()).fax_server, null);
  assert.match(await page(productStatus), /<title>My Series/);
  rmSync(path.join(mine, 'models'), { recursive: true });
  await until(async () => (await operator.snapshot()).product.model_name === 'PT-C6000 Series', 'the model as it was');
  assert.notEqual((await operator.snapshot()).fax_server, null);
});

test('saved declarations of settings are the machine\'s and Web Config\'s too, and broken ones nobody\'s', async () => {
  assert.equal((await operator.snapshot()).settings['lcd-brightness'], '9');
  write('settings/basic.yaml', built('settings/basic.yaml').replace('most: 9, initial: 9', 'most: 7, initial: 7')
    .replace('{id: thick-paper, text: setting.thick-paper', '{id: my-switch, text: setting.thick-paper'));
  await until(async () => (await operator.snapshot()).settings['my-switch'] === 'off', 'the new setting');
  assert.equal((await operator.snapshot()).settings['lcd-brightness'], '7');
  assert.equal((await operator.snapshot()).settings['thick-paper'], undefined);
  write('settings/basic.yaml', 'settings: 3\n');
  await until(async () => (await assets()).faults.length === 1, 'the fault');
  assert.equal((await operator.snapshot()).settings['my-switch'], 'off');
  rmSync(path.join(mine, 'settings'), { recursive: true });
  await until(async () => (await assets()).faults.length === 0, 'the end of the fault');
  await until(async () => (await operator.snapshot()).settings['thick-paper'] === 'off', 'the settings as they were');
});

test('what a saved model can be updated to is on the maker\'s site', async () => {
  const offered = async () => JSON.parse(await page(`${machine.ready.cloud}/firmware/large`)).version;
  const before = await offered();
  write('models/large.yaml', `${built('models/large.yaml').replace(/^newest_firmware:.*\n/m, '')}newest_firmware: 99.99.GW99Q9\n`);
  await until(async () => await offered() === '99.99.GW99Q9', 'the offer');
  write('models/large.yaml', 'id: [');
  await until(async () => (await assets()).faults.length > 0, 'the fault');
  assert.equal(await offered(), '99.99.GW99Q9');
  rmSync(path.join(mine, 'models'), { recursive: true });
  await until(async () => await offered() === before, 'the offer as it was');
});
