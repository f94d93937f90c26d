// Power that goes in the middle of a send: no job that was acknowledged is lost, and none goes twice without saying so.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { labAssets, openMailServer, wholeOf, writeNoise } from './support/mail_server.mjs';
import { Operator } from './support/operator.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-interrupted-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function detailsOf(operator) {
  await operator.tap('job-status', 'job-status-tab', 'job-1');
  return (await operator.words()).join('\n');
}

for (const signal of ['SIGKILL', 'SIGTERM']) {
  test(`${signal} in the middle of the message: it is sent once, when the machine is on again`, async () => {
    const received = [];
    let held, stuck;
    const inTheMiddle = new Promise((reached) => { stuck = reached; });
    const server = await openMailServer(async (stream, done) => {
      if (!held) {
        held = stream;
        return void stream.once('readable', stuck);  // takes no more of it
      }
      received.push(await wholeOf(stream));
      done();
    });
    const state = path.join(folder, `middle-${signal}`), assets = labAssets(folder, server.port);
    const first = await Machine.start({ state, arguments: ['--assets', assets, '--scenario', 'lab'] });
    const operator = new Operator(first.ready);
    await operator.post('original', { path: writeNoise(path.join(folder, 'noise.png')), at: 'glass' });
    await operator.scanTo('boss@lab.example');
    await inTheMiddle;
    await first.kill(signal);
    held.resume();

    const second = await Machine.start({ state, arguments: ['--assets', assets] });
    const again = new Operator(second.ready);
    const job = await again.untilJobEnded(1);
    assert.equal(job.result, 'completed', JSON.stringify(job));
    assert.equal(received.length, 1);
    assert.ok(received[0].length > 2_000_000, 'the whole of it');
    assert.doesNotMatch(await detailsOf(again), /twice/, 'nobody can have it twice');
    await second.stop();
    await server.close();
  });
}

test('SIGKILL when the server has all of it and has not said so: it is sent again, and the log says so', async () => {
  const received = [];
  let complete;
  const taken = new Promise((reached) => { complete = reached; });
  const server = await openMailServer(async (stream, done) => {
    received.push(await wholeOf(stream));
    if (received.length === 1) return complete();  // the answer never comes
    done();
  });
  const state = path.join(folder, 'committed'), assets = labAssets(folder, server.port);
  const first = await Machine.start({ state, arguments: ['--assets', assets, '--scenario', 'lab'] });
  const operator = new Operator(first.ready);
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('boss@lab.example');
  await taken;
  await first.kill();

  const second = await Machine.start({ state, arguments: ['--assets', assets] });
  const again = new Operator(second.ready);
  const job = await again.untilJobEnded(1);
  assert.equal(job.result, 'completed', JSON.stringify(job));
  assert.equal(received.length, 2);
  const [one, two] = received.map((mail) => /^Message-I[dD]: (.*)$/m.exec(mail.toString('latin1'))[1]);
  assert.equal(one, two, 'both are the same message, as mail programs see it');
  assert.match(await detailsOf(again), /twice/);
  await second.stop();
  await server.close();
});
