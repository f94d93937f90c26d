// Things that happen at a bad moment: a code that has expired, a network that goes in the middle of a message, a card that is taken
// in the middle of a sign-in or of a send. Clear words, nothing lost, nothing sent twice.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { labAssets, openMailServer, wholeOf, writeNoise } from './support/mail_server.mjs';
import { Operator } from './support/operator.mjs';
import { cards, fillSignIn, logInByCard, untilShown } from './support/users.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk } from './support/walks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-moments-'));
let browser, machine, operator;
before(async () => { browser = await openBrowser(); });
afterEach(() => machine.stop());
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});
async function start(...given) {
  machine = await Machine.start({ arguments: given });
  operator = new Operator(machine.ready);
}
const at = (id) => new URL(`PRESENTATION/ADVANCED/${id}/TOP`, machine.ready.web_config).href;

test('a code that nobody entered in time: the page says so, the cloud does not know it any more, and a new one works', async () => {
  await start('--scenario', 'never-signed-in');
  const administrator = accountOf(machine.ready), config = await openPage(browser), person = await openPage(browser);
  await logInToWebConfig(config, machine.ready);
  const old = await askForCode(config, machine.ready);
  await operator.clock({ advance: '16m' });
  await config.locator('#problem:visible').waitFor();
  assert.match(await config.locator('#problem').innerText(), /expired/i);
  await person.goto(old.address);
  await person.locator('[name=otc]').fill(old.code);
  await follow(person.locator('#idSIButton9'));
  await person.locator('[name=otc]').waitFor();  // asked again
  assert.equal((await operator.snapshot()).email.sign_in, null);

  const { address, code } = await askForCode(config, machine.ready);
  assert.notEqual(code, old.code);
  await approve(person, address, code, administrator);
  await operator.clock({ run: 20 });
  await pressOk(config, administrator);
  assert.equal((await operator.snapshot()).email.sign_in.account, administrator.user);
});

test('the network gone in the middle of the message: 313, nothing arrives, and the next scan arrives once', async () => {
  const received = [];
  let reached, held;
  const inTheMiddle = new Promise((resolve) => { reached = resolve; });
  const server = await openMailServer(async (stream, done) => {
    if (!held) {
      held = stream;
      stream.on('error', () => {});
      return void stream.once('readable', reached);  // takes no more of it
    }
    received.push(await wholeOf(stream));
    done();
  });
  await start('--assets', labAssets(folder, server.port), '--scenario', 'lab');
  await operator.post('original', { path: writeNoise(path.join(folder, 'noise.png')), at: 'glass' });
  await operator.scanTo('boss@lab.example');
  await inTheMiddle;
  await operator.faults({ network: 'fail' });
  held.resume();
  const job = await operator.untilJobEnded(1, 90);
  assert.deepEqual([job.result, job.code], ['failed', 313], JSON.stringify(job));
  assert.equal(received.length, 0);
  await operator.faults({});
  await operator.key('Home');
  await operator.tap('job-status', 'job-status-tab', 'job-1');
  await operator.untilOnGlass('313');
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'glass' });
  await operator.scanTo('boss@lab.example');
  assert.equal((await operator.untilJobEnded(2)).result, 'completed');
  assert.equal(received.length, 1);
  await server.close();
});

/** Taking the card logs out: Web Config > Product Security > authentication settings. */
async function takingTheCardLogsOut() {
  const config = await openPage(browser);
  await logInToWebConfig(config, machine.ready);
  await config.goto(at('SEC_EPA_BASIC'));
  await config.locator('#INPUTC_WITHOUTCARD').check();
  await config.locator('#ok').click();
  await config.locator('#message.good').waitFor();
}

for (const model of ['large', 'compact-users']) {
  test(`the card taken in the middle of a sign-in: nobody is signed in, and whoever comes begins anew (${model})`, async () => {
    await start('--model', model, '--scenario', 'epa-administrator-signed-in');
    await takingTheCardLogsOut();
    await logInByCard(operator, cards.wei);
    await operator.tap('scan-my-email');
    await untilShown(operator, 'sign-in-field');
    await fillSignIn(operator, 'wei.lin@contoso.example');
    await operator.post('card', { id: null });
    await untilShown(operator, 'user-log-in');
    const { users } = await operator.snapshot();
    assert.deepEqual([users.user, users.sign_in], [null, null]);
    assert.equal((await operator.words()).some((word) => word.includes('wei.lin@contoso.example')), false, 'nothing of it is left on the glass');
    await logInByCard(operator, cards.maria);
    await operator.tap('scan-my-email');
    await untilShown(operator, 'sign-in-field');
  });
}

test('the card taken while the scan is sent: it goes, once, as whose it is', async () => {
  await start('--scenario', 'epa-user-signed-in');
  await takingTheCardLogsOut();
  await operator.clock({ stand: true });
  await logInByCard(operator, cards.wei);
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.tap('scan-my-email', 'send');
  await operator.until(() => operator.jobs(), (jobs) => jobs.length === 1, 'the job');
  await operator.post('card', { id: null });
  await operator.until(() => operator.snapshot(), (state) => state.users.user === null, 'wei gone');
  await operator.clock({ run: 20 });
  const job = await operator.untilJobEnded(1);
  assert.deepEqual([job.result, job.user, job.from], ['completed', 'wei.lin', 'wei.lin@contoso.example'], JSON.stringify(job));
  assert.equal((await operator.mails()).length, 1);
});
