// What goes wrong at start: one clear line each, exit code 2 for usage and 1 else, and the state left as it was.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { anyPorts, Machine, program, source } from './support/machine.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-bad-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const place = (name) => { const made = path.join(folder, name); mkdirSync(made, { recursive: true }); return made; };

/** On free ports, where the test names none: no other machine on this computer is in the way. */
function start(given, environment = {}) {
  const ports = given.includes('--web-tls-port') || given[0] === 'play' ? [] : anyPorts;
  const { status, stdout, stderr } = spawnSync(program, [...given, ...ports], { encoding: 'utf8', timeout: 120_000, env: { ...process.env, ...environment } });
  return { status, lines: (stdout + stderr).trim().split('\n'), text: stdout + stderr };
}

function fingerprint(state) {
  const hash = createHash('sha256');
  const names = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(entry.name).update(readFileSync(path.join(entry.parentPath ?? entry.path, entry.name)));
  }
  return hash.digest('hex');
}

function refuses(result, exitCode, ...words) {
  assert.equal(result.status, exitCode, result.text);
  assert.equal(result.lines.length, 1, `one line, not:\n${result.text}`);
  assert.doesNotMatch(result.text, /^paneltwin: [a-z]+_[a-z_]+: /, 'words, not an identifier');
  for (const word of words) assert.ok(result.text.includes(word), `"${word}" in: ${result.text}`);
}

test('a wrong flag', () => refuses(start(['serve', '--no-such-flag']), 2, '--no-such-flag'));
test('a wrong port', () => refuses(start(['serve', '--web-tls-port', '70000']), 2, '--web-tls-port', '65535'));
test('a wrong model', () => refuses(start(['serve', '--state', place('model'), '--model', 'huge']), 2, 'huge'));
test('a wrong language', () => refuses(start(['serve', '--state', place('language'), '--language', 'xx']), 2, 'xx'));
test('a wrong scenario', () => refuses(start(['serve', '--state', place('scenario'), '--scenario', 'nowhere']), 2, 'nowhere'));
test('a wrong theme', () => refuses(start(['serve', '--state', place('theme'), '--theme', 'plaid']), 2, 'plaid'));

test('a ready file where a folder is', () => {
  const taken = place('ready');
  refuses(start(['serve', '--state', place('ready-state'), '--ready-file', taken]), 1, taken);
});

test('a first start that fails late leaves no state behind', () => {
  const state = path.join(folder, 'late');
  refuses(start(['serve', '--state', state, '--ready-file', place('late-ready')]), 1, 'ready file');
  assert.equal(existsSync(state), false);
});

test('a ready file of before is gone when the start fails', () => {
  const file = path.join(folder, 'before.json');
  writeFileSync(file, '{}');
  refuses(start(['serve', '--state', place('before'), '--ready-file', file, '--scenario', 'nowhere']), 2, 'nowhere');
  assert.equal(existsSync(file), false);
});

test("a second start leaves a running machine's ready file alone", async () => {
  const machine = await Machine.start({ state: place('first') });
  refuses(start(['serve', '--state', place('second'), '--ready-file', machine.readyFile]), 1, 'which runs');
  assert.equal(JSON.parse(readFileSync(machine.readyFile)).pid, machine.ready.pid);
  await machine.stop();
});

test('a ready file that names this very process, as in a container started again, is one of before', () => {
  const file = path.join(folder, 'same.json');
  const words = ['serve', '--state', place('same'), '--ready-file', file, '--scenario', 'nowhere', ...anyPorts];
  const script = `echo "{\\"pid\\": $$}" > "$0"; exec "$@"`;  // exec keeps the number
  const { status, stderr } = spawnSync('sh', ['-c', script, file, program, ...words], { encoding: 'utf8' });
  assert.equal(status, 2, stderr);
  assert.equal(existsSync(file), false);
});

test("a folder that was there keeps its owner's permissions", async () => {
  const state = place('open');
  chmodSync(state, 0o1777);
  const machine = await Machine.start({ state });
  await machine.stop();
  assert.equal(statSync(state).mode & 0o7777, 0o1777);
});

test('a signal while it starts ends it with exit code 0, and the next start finds nothing wrong', async () => {
  const state = place('early');
  const child = spawn(program, ['serve', '--state', state, ...anyPorts], { stdio: 'ignore' });
  while (!existsSync(path.join(state, 'lock'))) await new Promise(setImmediate);  // it has begun
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  await (await Machine.start({ state })).stop();
});

test('a missing display', () => {
  refuses(start(['run', '--state', place('display')], { DISPLAY: '', WAYLAND_DISPLAY: '' }), 1, 'display');
});

test('a taken port', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => squatter.once('listening', listening));
  const port = String(squatter.address().port);
  refuses(start(['serve', '--state', place('port'), '--web-port', '0', '--cloud-port', '0', '--smtp-port', '0', '--control-port', '0', '--web-tls-port', port]), 1, port);
  squatter.close();
});

test('an unwritable state folder', { skip: process.getuid() === 0 && 'root writes everywhere' }, () => {
  const state = place('unwritable');
  chmodSync(state, 0o500);
  refuses(start(['serve', '--state', state]), 1, state);
});

test('a state folder that is a file', () => {
  const state = path.join(folder, 'file');
  writeFileSync(state, 'not a folder');
  refuses(start(['serve', '--state', state]), 1, state);
  assert.equal(readFileSync(state, 'utf8'), 'not a folder');
});

for (const [part, file] of [['the machine', 'device/machine.db'], ['the cloud', 'cloud/cloud.db'], ['the authority', 'ca.pem']]) {
  test(`a damaged store of ${part}`, async () => {
    const state = place(`damaged-${path.basename(file)}`);
    const machine = await Machine.start({ state });
    await machine.stop();
    writeFileSync(path.join(state, file), 'This is not what it was.'.repeat(500));
    const before = fingerprint(state);
    refuses(start(['serve', '--state', state]), 1, file);
    assert.equal(fingerprint(state), before, 'the state is as it was');
  });
}

function ownAssets(name, file, change) {
  const assets = place(`assets-${name}`);
  mkdirSync(path.dirname(path.join(assets, file)), { recursive: true });
  writeFileSync(path.join(assets, file), change(readFileSync(path.join(source, 'assets', file), 'utf8')));
  return assets;
}

test('a broken menu file names file and line', () => {
  const assets = ownAssets('menu', 'menus/settings.yaml', (text) => `${text}\n  - {id: [broken\n`);
  refuses(start(['serve', '--state', place('menu'), '--assets', assets]),
          1, 'menus/settings.yaml:');
});

test('a broken flow file names file and line', () => {
  const flow = path.join(folder, 'broken.yaml');
  writeFileSync(flow, 'flow: Broken\nsteps:\n  - tapp: settings\n');
  refuses(start(['play', flow]), 2, 'broken.yaml:3', 'tapp');
});

test('a flow file that is not there', () => refuses(start(['play', path.join(folder, 'none.yaml')]), 2, 'none.yaml'));

test('a missing font', () => {
  const assets = ownAssets('font', 'fonts.yaml', (text) => text.replace(/NotoSansCJK-Regular\.ttc/, 'NoSuchFont.ttc'));
  refuses(start(['serve', '--state', place('font'), '--assets', assets]),
          1, 'fonts.yaml:3', 'NoSuchFont.ttc', 'fonts-noto-cjk');
});

test('a second machine on the same state folder', async () => {
  const state = place('twice');
  const machine = await Machine.start({ state });
  refuses(start(['serve', '--state', state]), 1, state);
  await machine.stop();
});
