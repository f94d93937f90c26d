// A designer's own folder, as README shows it: a model, a language, an information screen and its menu item, without a compiler.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { anyPorts, Machine, program, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-designer-'));
const mine = path.join(folder, 'mine');
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(mine, file)), { recursive: true });
  writeFileSync(path.join(mine, file), text);
};
const head = (tag) => `msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ${tag}\\n"\n\n`;
const word = (key, text) => `msgid "${key}"\nmsgstr "${text}"\n\n`;

before(() => {
  write('models/counter.yaml', 'id: counter\nname: PT-C7000 Series\nfirmware: 01.00.GW01A1\ndisplay: {diagonal_inches: 7, width: 1280, height: 720}\nfunctions: [scan-to-email]\n');
  write('info/mail-at-a-glance.yaml', 'id: mail-at-a-glance\ngroups:\n  - rows:\n      - {id: device-name, label: info.device_name, value: /basic/device_name}\n');
  write('menus/network-status.yaml', `${readFileSync(path.join(source, 'assets/menus/network-status.yaml'), 'utf8')}
  - {id: mail-at-a-glance, text: screen.mail-at-a-glance, icon: email-outline, opens: mail-at-a-glance}\n`);
  write('locales/mine.en.po', head('en') + word('screen.mail-at-a-glance', 'Mail at a Glance'));
  write('locales/mine.nl.po', head('nl') + word('screen.mail-at-a-glance', 'Mail in één oogopslag') + word('screen.settings', 'Instellingen') + word('language.name', 'Nederlands'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('all of it is on the glass, and what has no translation yet is in English', async () => {
  const machine = await Machine.start({ arguments: ['--assets', mine, '--model', 'counter', '--language', 'nl'] });
  const operator = new Operator(machine.ready);
  assert.ok((await operator.words()).includes('Instellingen'));
  assert.equal((await operator.tree()).rectangle.width, 1280);
  await operator.tap('Instellingen', 'general-settings', 'network-settings', 'network-status', 'Mail in één oogopslag');
  assert.ok((await operator.words()).includes('Device Name'));
  assert.ok((await operator.words()).includes('PANELTWIN'));
  await operator.key('Home');
  await operator.tap('settings', 'language', 'English');
  await operator.key('Home');
  await operator.tap('settings', 'general-settings', 'network-settings', 'network-status', 'Mail at a Glance');
  await machine.stop();
});

test('shoot takes its picture in the size of that glass', async () => {
  const shot = await run(program, ['--assets', mine, '--model', 'counter', '--language', 'nl', 'shoot', 'mail-at-a-glance', '--out', path.join(folder, 'out')]);
  assert.equal(shot.code, 0, shot.text);
  const png = readFileSync(path.join(folder, 'out/counter/nl/mail-at-a-glance.png'));
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1280, 720]);
});

test('new-model, new-screen, new-theme and new-language start files that are good at once', async () => {
  const own = path.join(folder, 'started');
  mkdirSync(own);
  for (const [what, id] of [['new-model', 'front-desk'], ['new-screen', 'at-a-glance'], ['new-theme', 'sea'], ['new-language', 'nl']]) {
    const started = await run(program, ['--assets', own, what, id]);
    assert.equal(started.code, 0, started.text);
    const again = await run(program, ['--assets', own, what, id]);
    assert.equal(again.code, 1, again.text);
    assert.match(again.text, /is there already/);
  }
  assert.match(readFileSync(path.join(own, 'models/front-desk.yaml'), 'utf8'), /^# Begun as a copy of large\.\nid: front-desk\n/);
  assert.match(readFileSync(path.join(own, 'themes/sea.yaml'), 'utf8'), /^# Begun as a copy of light\.\ncolours:/);
  for (const wrong of [['new-model', 'Front Desk'], ['new-language', '../x']]) assert.equal((await run(program, ['--assets', own, ...wrong])).code, 2);
  assert.equal((await run(program, ['new-model', 'homeless'])).code, 2);
  const machine = await Machine.start({ arguments: ['--assets', own, '--model', 'front-desk', '--theme', 'sea', '--language', 'nl'] });
  const operator = new Operator(machine.ready);
  await operator.tap('settings', 'at-a-glance');
  assert.ok((await operator.words()).includes('At A Glance'));
  // A tile and a menu item more, saved while it runs.
  const home = readFileSync(path.join(source, 'assets/menus/home.yaml'), 'utf8');
  mkdirSync(path.join(own, 'menus'), { recursive: true });
  writeFileSync(path.join(own, 'menus/home.yaml'), `${home}  - {id: my-tile, text: screen.at-a-glance, icon: information-outline, opens: at-a-glance}\n`);
  await operator.key('Home');
  await operator.until(() => operator.shows('my-tile'), Boolean, 'the tile');
  await operator.tap('my-tile');
  await machine.stop();
});

test('a fault in it is told with file, line and column', async () => {
  const broken = path.join(folder, 'broken');
  mkdirSync(path.join(broken, 'menus'), { recursive: true });
  writeFileSync(path.join(broken, 'menus/scan.yaml'), 'menu: scan\ntitle: screen.scan\nitems:\n  - {id: scan-email, text: screen.scan-email, icon: email, opens: nowhere}\n');
  const refused = await run(program, ['serve', ...anyPorts, '--state', path.join(folder, 'state'), '--assets', broken]);
  assert.equal(refused.code, 1);
  assert.match(refused.text, /menus\/scan\.yaml:4:\d+: .*'nowhere'/);
});
