// The guide's troubleshooting and the codes of the status menu: each cause, what the panel says, and the cure.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, beforeEach, afterEach, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk } from './support/walks.mjs';

const mustSignIn = { en: 'sign in to your email service', 'zh-CN': '要使用此功能，您必须登录您的电子邮件服务。请联系您的管理员。' };
let browser, machine, operator;

before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });
afterEach(async () => { await machine?.stop(); machine = undefined; });

async function start(scenario, ...more) {
  machine = await Machine.start({ arguments: ['--scenario', scenario, ...more] });
  operator = new Operator(machine.ready);
}

/** Scans, and answers the job as the log has it. The clock hurries for the job alone: at the panel it would be out of patience soon. */
async function scan(number = 1) {
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('maria.santos@contoso.example');
  await operator.clock({ run: 20 });
  const job = await operator.untilJobEnded(number);
  await operator.clock({ run: 1 });
  return job;
}

/** Job/Status > Job Status > the job: its code. */
async function codeOnThePanel(code, number = 1) {
  await operator.key('Home');
  if (await operator.shows('notice')) await operator.tap('ok');
  await operator.tap('job-status', 'job-status-tab', `job-${number}`);
  await operator.untilOnGlass(String(code));
  await operator.key('Home');
}

for (const [language, message] of Object.entries(mustSignIn)) {
  test(`never signed in: the guide's message and 360 (${language})`, async () => {
    await start('never-signed-in', '--language', language);
    const job = await scan();
    assert.equal(job.failure.kind, 'not_signed_in');
    await operator.untilOnGlass(message);
    await codeOnThePanel(360);
  });

  test(`signed in, but OK not pressed: the guide's message and 360 (${language})`, async () => {
    await start('never-signed-in', '--language', language);
    const page = await openPage(browser);
    await logInToWebConfig(page, machine.ready);
    const { address, code } = await askForCode(page, machine.ready);
    await approve(await openPage(browser), address, code, accountOf(machine.ready));
    await operator.clock({ run: 20 });
    await page.getByText(accountOf(machine.ready).user).first().waitFor();
    await operator.clock({ run: 1 });
    await scan();
    await operator.untilOnGlass(message);
    await codeOnThePanel(360);
    await pressOk(page, accountOf(machine.ready));
    assert.equal((await scan(2)).result, 'completed', 'OK heals it');
  });
}

test('unused for 91 days: 361, and a new sign-in heals it', async () => {
  await start('signed-in');
  await operator.clock({ advance: '91d' });
  assert.equal((await scan()).failure.kind, 'sign_in_expired');
  await codeOnThePanel(361);
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  const { address, code } = await askForCode(page, machine.ready);
  await approve(await openPage(browser), address, code, accountOf(machine.ready));
  await operator.clock({ run: 20 });
  await pressOk(page, accountOf(machine.ready));
  await operator.clock({ run: 1 });
  assert.equal((await scan(2)).result, 'completed');
});

for (const [fault, kind, code] of [['dns', 'dns', 311], ['smtp-port', 'communication', 313], ['tls', 'tls_untrusted_ca', 313]]) {
  test(`${fault}: ${code}, and it goes when the fault goes`, async () => {
    await start('signed-in');
    await operator.faults({ [fault]: 'fail' });
    assert.equal((await scan()).failure.kind, kind);
    await codeOnThePanel(code);
    await operator.faults({});
    assert.equal((await scan(2)).result, 'completed');
  });
}

test('network cable out: 313', async () => {
  await start('signed-in');
  await operator.faults({ network: 'fail' });
  assert.equal((await scan()).failure.kind, 'communication');
  await codeOnThePanel(313);
});
