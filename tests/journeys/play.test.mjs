// play: flows that pass, that fail with proof, and that are wrong.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { anyPorts, program, source } from './support/machine.mjs';
import { run } from './support/peer.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-play-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function flow(name, ...steps) {
  const file = path.join(folder, `${name}.yaml`);
  writeFileSync(file, `flow: ${name}\nscenario: signed-in\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}`);
  return file;
}
const play = (...given) => run(program, ['play', ...given]);

test('a flow that passes leaves its screenshots', async () => {
  const played = await play(flow('passes', 'tap: settings', 'screenshot: settings', 'key: Home', 'expect: {id: scan, enabled: true}'), '--out', path.join(folder, 'out'));
  assert.equal(played.code, 0, played.text);
  assert.match(played.text, /^passed {2}passes \(4 steps/m);
  assert.equal(readFileSync(path.join(folder, 'out/passes/settings.png')).subarray(1, 4).toString(), 'PNG');
});

test('a flow that fails says where and why, and the report has it', async () => {
  const [good, bad] = [flow('good', 'tap: settings'), flow('bad', 'tap: settings', 'expect: {text: Not there, within: 2s}', 'key: Home')];
  const report = path.join(folder, 'report.xml');
  const played = await play(good, bad, '--report', report, '--out', path.join(folder, 'bad-out'));
  assert.equal(played.code, 1, played.text);
  assert.match(played.text, /bad\.yaml:5: expect: \{text: Not there/);
  const xml = readFileSync(report, 'utf8');
  assert.match(xml, /tests="2"/);
  assert.match(xml, /failures="1"/);
  assert.match(xml, /bad\.yaml:5/);
});

test('a node that is not there: the nearest are named', async () => {
  const played = await play(flow('near', 'tap: setings'));
  assert.equal(played.code, 1);
  assert.match(played.text, /setings.*settings/);
});

test('a label that no page has: the nearest are named, and the page is in the evidence', async () => {
  const out = path.join(folder, 'label-out');
  const played = await play(flow('label', 'browser: {open: web-config}', 'browser: {screenshot: page}', 'browser: {click: Log inn}'), '--out', out);
  assert.equal(played.code, 1, played.text);
  assert.match(played.text, /label\.yaml:6: .*\n.*nothing on the page is called 'Log inn'; did you mean 'Log in'/);
  assert.equal(readFileSync(path.join(out, 'label/page.png')).subarray(1, 4).toString(), 'PNG');
});

test('what a dialog covers cannot be tapped, and the dialog is named', async () => {
  const file = path.join(folder, 'covered.yaml');
  writeFileSync(file, 'flow: covered\nscenario: never-signed-in\nsteps:\n  - tap: scan\n  - tap: scan-email\n  - tap: recipient\n  - type: a@b.example\n'
                + '  - key: Enter\n  - tap: send\n  - expect: {id: notice}\n  - tap: job-status\n');
  const played = await play(file);
  assert.equal(played.code, 1);
  assert.match(played.text, /'job-status' is covered by the dialog 'notice': To use this feature/);
});

test('a limit of 30 days for what never comes ends soon', async () => {
  const played = await play(flow('never', 'expect: {id: never, within: 30d}'));
  assert.equal(played.code, 1);
  assert.match(played.text, /not within the time/);
});

test('waiting for 90 days takes no time', async () => {
  const begun = performance.now();
  const played = await play(flow('waits', 'wait: 90d', 'key: Home', 'expect: {id: scan, within: 30d}'));
  assert.equal(played.code, 0, played.text);
  assert.ok(performance.now() - begun < 30_000);
});

for (const [what, text, place] of [
  ['an unknown step', 'flow: x\nsteps:\n  - tapp: y\n', ':3:'],
  ['an unknown member', 'flow: x\nsteps:\n  - expect: {texd: y}\n', ':3:'],
  ['no steps', 'flow: x\n', ''],
  ['a bad duration', 'flow: x\nsteps:\n  - wait: soon\n', ':3:'],
  ['not YAML', 'flow: [\n', ':'],
  ['binary', '\u0000\u0001\u0002', ':'],
]) {
  test(`${what}: exit code 2, with file and line`, async () => {
    const file = path.join(folder, 'wrong.yaml');
    writeFileSync(file, text);
    const played = await play(file);
    assert.equal(played.code, 2, played.text);
    assert.ok(played.text.includes(`wrong.yaml${place}`), played.text);
    assert.equal(played.text.trim().split('\n').length, 1, played.text);
  });
}

test('exec runs a command beside a machine and ends with its exit code', async () => {
  const script = path.join(folder, 'suite.mjs');
  writeFileSync(script, `import { readFileSync } from 'node:fs';
    const ready = JSON.parse(readFileSync(process.env.PANELTWIN_READY, 'utf8'));
    const tree = await (await fetch(ready.control + '/paneltwin/tree')).json();
    console.log(tree.id, process.argv[2]);
    process.exit(7);`);
  const ran = await run(program, [...anyPorts, 'exec', '--', process.execPath, script, 'an argument']);
  assert.equal(ran.code, 7, ran.text);
  assert.match(ran.text, /panel an argument/);
});

test('exec of a command that is not there', async () => {
  const ran = await run(program, [...anyPorts, 'exec', '--', '/no/such/command']);
  assert.notEqual(ran.code, 0);
  assert.match(ran.text, /\/no\/such\/command/);
});

test('a golden picture is taken once, is the same again, and a difference is drawn', async () => {
  const settings = (language) => {
    const file = path.join(folder, 'golden.yaml');
    writeFileSync(file, `flow: golden\nlanguage: ${language}\nsteps:\n  - tap: settings\n  - screenshot: {name: settings, golden: true}\n`);
    return file;
  };
  const out = path.join(folder, 'golden-out'), golden = path.join(folder, 'goldens/golden/settings.png');
  const first = await play(settings('en'));
  assert.equal(first.code, 1, first.text);
  assert.match(first.text, /no golden picture .*play with --accept/);
  assert.equal((await play(settings('en'), '--accept')).code, 0);
  assert.ok(existsSync(golden));
  const again = await play(settings('en'));
  assert.equal(again.code, 0, again.text);
  const differs = await play(settings('zh-CN'), '--out', out);
  assert.equal(differs.code, 1, differs.text);
  assert.match(differs.text, /pixels are not as in .*settings\.png/);
  assert.equal(readFileSync(path.join(out, 'golden/settings-difference.png')).readUInt32BE(16), 3 * 1024);  // expected, actual, difference
  assert.match(readFileSync(path.join(out, 'report.html'), 'utf8'), /settings-difference/);
});

const listed = async (...given) => (await play('--list', ...given, path.join(source, 'tests/flows'))).text.trim().split('\n');

test('shards and tags part the flows and leave none out; a seed is an order', async () => {
  const all = await listed();
  assert.ok(all.length > 15, all.join('\n'));
  assert.deepEqual([...await listed('--tags', 'browser'), ...await listed('--tags', 'not-browser')].sort(), [...all].sort());
  const shuffled = await listed('--seed', '7');
  assert.notDeepEqual(shuffled, all);
  assert.deepEqual(await listed('--seed', '7'), shuffled);
  assert.deepEqual([...shuffled].sort(), [...all].sort());
  const parts = [await listed('--seed', '7', '--shard', '1/3'), await listed('--seed', '7', '--shard', '2/3'), await listed('--seed', '7', '--shard', '3/3')];
  assert.deepEqual(parts.flat().sort(), [...all].sort());
  assert.ok(Math.max(...parts.map((part) => part.length)) - Math.min(...parts.map((part) => part.length)) <= 1);
  const wrong = await play('--list', '--shard', '4/3', path.join(source, 'tests/flows'));
  assert.equal(wrong.code, 2, wrong.text);
});

test('a failed flow is played again when asked to, and the run says so', async () => {
  // Fails where it finds the brightness as it came, and leaves another behind.
  const file = path.join(folder, 'again.yaml');
  writeFileSync(file, `flow: again
steps:
  - tap: settings
  - tap: general-settings
  - tap: basic-settings
  - when: {if: {id: lcd-brightness, value: "9"}, then: [{tap: lcd-brightness-minus}, {expect: {id: lcd-brightness, value: "8"}}, {expect: {id: never, within: 1s}}]}
`);
  const once = await play('--state', path.join(folder, 'again-once'), file);
  assert.equal(once.code, 1, once.text);
  const twice = await play('--retry', '1', '--state', path.join(folder, 'again-twice'), file);
  assert.equal(twice.code, 0, twice.text);
  assert.match(twice.text, /^passed {2}again \(.* at the 2\. try\)/m);
});

test('at a hand\'s speed each step takes its time', async () => {
  const file = flow('slowly', 'tap: settings', 'key: Home');
  const time = async (speed) => {
    const begun = performance.now();
    assert.equal((await play('--speed', speed, file)).code, 0);
    return performance.now() - begun;
  };
  assert.ok(await time('human') >= 1200);
  assert.equal((await play('--speed', 'quick', file)).code, 2);
});
