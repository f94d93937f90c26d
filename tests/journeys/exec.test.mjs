// exec -- COMMAND: a machine for other people's suites. Its code is ours, its signals are theirs, and nothing is left behind.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { program } from './support/machine.mjs';

let folder;
before(() => { folder = mkdtempSync(path.join(tmpdir(), 'exec-')); });
after(() => { rmSync(folder, { recursive: true, force: true }); });

/** Starts exec; `said` resolves with the command's first line, `ended` with its code or signal and all that was said. */
function exec(command, { given = [], input, environment = {} } = {}) {
  const scratch = mkdtempSync(path.join(folder, 'tmp-'));
  const child = spawn(program, [...given, 'exec', '--', ...command], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...environment, TMPDIR: scratch } });
  let text = '', first;
  const said = new Promise((heard) => { first = heard; });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => {
      text += piece;
      if (text.includes('\n')) first(text);
    });
  }
  if (input !== undefined) child.stdin.end(input);
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, text, left: readdirSync(scratch) }));
  return { child, said, ended };
}

const shell = (script) => ['/bin/sh', '-c', script];

for (const [what, command, code] of [
  ['success', shell('exit 0'), 0],
  ['a failure', shell('exit 3'), 3],
  ['the largest code', shell('exit 255'), 255],
  ['a signal that ends it', shell('kill -9 $$'), 137],
  ['a command that is not there', ['no-such-command-here'], 127],
  ['a file that is no program', ['./plain'], 126],
]) {
  test(`${what}: ${code}`, async () => {
    writeFileSync(path.join(folder, 'plain'), 'no program');
    chmodSync(path.join(folder, 'plain'), 0o644);
    const { code: got, text, left } = await exec(command).ended;
    assert.equal(got, code, text);
    assert.deepEqual(left, [], 'no folder is left');
  });
}

test('the ready file: whole, absolute, for this user alone, of a machine that listens, gone at the end', async () => {
  const script = path.join(folder, 'look.mjs');
  writeFileSync(script, `import { readFileSync, statSync } from 'node:fs';
    const file = process.env.PANELTWIN_READY, ready = JSON.parse(readFileSync(file, 'utf8'));
    const status = await (await fetch(ready.control + '/status')).json();
    console.log(JSON.stringify({ file, mode: statSync(file).mode & 0o777, names: Object.keys(ready), ready: status.value.ready, more: process.env.MORE, given: process.argv.slice(2) }));`);
  const { code, text } = await exec([process.execPath, script, 'a b', ''], { environment: { PANELTWIN_READY: '/of/another', MORE: 'kept' } }).ended;
  assert.equal(code, 0, text);
  const seen = JSON.parse(text);
  assert.ok(path.isAbsolute(seen.file) && !existsSync(seen.file));
  assert.equal(seen.mode, 0o600);
  assert.deepEqual([seen.ready, seen.more, seen.given], [true, 'kept', ['a b', '']]);
  for (const name of ['web_config', 'web_config_http', 'cloud', 'smtp', 'raw', 'control', 'ca', 'admin_password', 'pid', 'tenant']) assert.ok(seen.names.includes(name), name);
});

test('a ready file and a state folder of one\'s own are kept', async () => {
  const { code, text } = await exec(shell('echo "$PANELTWIN_READY"'), { given: ['--ready-file', 'own.json', '--state', 'kept'] }).ended;
  assert.equal(code, 0, text);
  assert.equal(text.trim(), path.join(folder, 'own.json'));
  assert.ok(statSync(path.join(folder, 'own.json')).size > 0 && existsSync(path.join(folder, 'kept/device')));
});

test('standard input and output are the command\'s', async () => {
  const { code, text } = await exec(['cat'], { input: 'through and through\n' }).ended;
  assert.deepEqual([code, text], [0, 'through and through\n']);
});

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
  test(`${signal} goes on to the command, and its code comes back`, async () => {
    const running = exec(shell(`trap 'exit 42' ${signal.slice(3)}; echo up; while :; do sleep 0.05; done`));
    await running.said;
    running.child.kill(signal);
    const { code, text, left } = await running.ended;
    assert.equal(code, 42, text);
    assert.deepEqual(left, []);
  });
}

test('a command that dies of SIGTERM: 143', async () => {
  const running = exec(shell('echo up; exec sleep 60'));
  await running.said;
  running.child.kill('SIGTERM');
  assert.equal((await running.ended).code, 143);
});

test('a command that will not go is killed after five seconds, and the machine ends in order', async () => {
  const running = exec(shell("trap '' TERM; echo up; while :; do sleep 0.05; done"));
  await running.said;
  const begun = Date.now();
  running.child.kill('SIGTERM');
  const { code, text, left } = await running.ended;
  assert.equal(code, 137, text);
  const took = Date.now() - begun;
  assert.ok(took > 4500 && took < 60_000, `${took} ms`);
  assert.deepEqual(left, []);
});

test('no command at all: 2', async () => {
  const child = spawn(program, ['exec'], { stdio: 'ignore' });
  assert.equal((await once(child, 'close'))[0], 2);
});
