// Device Management > Email Notification: set in Web Config, raised by what happens to the machine, sent by the mail server that
// the administrator signed in to, each event once and in the destination's language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { logInToWebConfig } from './support/walks.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

const at = (ready, page) => new URL(`PRESENTATION/ADVANCED/${page}/TOP`, ready.web_config).href;

test('two people hear of it in their languages, once, and again only when it happens again', async () => {
  const machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  const operator = new Operator(machine.ready);
  const page = await openPage(browser, 'en');
  await logInToWebConfig(page, machine.ready);
  await page.goto(at(machine.ready, 'ADMIN_EMAILNOTIFICATION'));
  await page.locator('[name=INPUTT_ADDRESS1]').fill('maria.santos@contoso.example');
  await page.locator('[name=INPUTT_ADDRESS2]').fill('no address');
  await page.locator('[name=SEL_LANGUAGE2]').selectOption('zh-CN');
  for (const event of ['COVER_OPEN', 'PAPER_OUT', 'INK_LOW', 'ADMINISTRATOR_PASSWORD_CHANGED']) {
    for (const number of [1, 2]) await page.locator(`[name=INPUTC_${number}_${event}]`).check();
  }
  await page.locator('[name=INPUTC_SUBJECT_SERIAL]').check();
  await page.locator('#ok').click();
  await page.locator('#problem').waitFor();
  await page.locator('[name=INPUTT_ADDRESS2]').fill('wei.lin@contoso.example');
  await page.locator('#ok').click();
  await page.locator('#message.good').waitFor();

  // The cover: one mail each; opened again, one more each; still open after a restart, none.
  const { serial } = (await operator.snapshot()).product;
  const mails = (count) => operator.until(() => operator.mails(), (list) => list.length === count, `${count} mails`);
  await operator.post('conditions', { 'cover-open': true });
  const first = await mails(2);
  const subjects = first.map((mail) => [mail.to[0], mail.subject]).sort();
  assert.deepEqual(subjects, [['maria.santos@contoso.example', `Cover open / PANELTWIN / ${serial}`],
                              ['wei.lin@contoso.example', `盖板打开 / PANELTWIN / ${serial}`]]);
  assert.ok(first.every((mail) => mail.from === 'admin@contoso.example'));
  await operator.post('conditions', { 'cover-open': false });
  await operator.post('conditions', { 'cover-open': true });
  await mails(4);
  await operator.post('conditions', { black: 5 });
  const low = (await mails(6)).map((mail) => mail.subject).sort();
  assert.ok(low.some((subject) => subject.startsWith('Ink low (Black) / ')), low.join());

  // Nobody is told the same again by a machine that comes back with the cover open.
  await machine.kill('SIGTERM');
  const again = await Machine.start({ state: machine.state });
  const after_power = new Operator(again.ready);
  assert.equal((await after_power.snapshot()).conditions.cover_open, true);
  await after_power.clock({ run: 60 });
  assert.equal((await after_power.mails()).length, 6);

  // The password: of those who asked for it. The log has them all.
  const second = await openPage(browser, 'en');
  await logInToWebConfig(second, again.ready);
  await second.goto(at(again.ready, 'ADMIN_PASSWORDSET_CHANGE'));
  await second.locator('#current').fill(again.ready.admin_password);
  await second.locator('#next').fill('another-one-1');
  await second.locator('#confirm').fill('another-one-1');
  await follow(second.locator('#ok'));
  await after_power.until(() => after_power.mails(), (list) => list.length === 8, 'the mails about the password');
  const logged = (await after_power.jobs()).filter((job) => job.type === 'email_notification');
  assert.equal(logged.length, 8);
  assert.ok(logged.every((job) => job.result === 'completed'));
  await again.stop();
});

test('a server that is away is asked again until it takes the mail', async () => {
  const machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  const operator = new Operator(machine.ready);
  const page = await openPage(browser, 'en');
  await logInToWebConfig(page, machine.ready);
  await page.goto(at(machine.ready, 'ADMIN_EMAILNOTIFICATION'));
  await page.locator('[name=INPUTT_ADDRESS1]').fill('maria.santos@contoso.example');
  await page.locator('[name=INPUTC_1_PAPER_JAM]').check();
  await page.locator('#ok').click();
  await page.locator('#message.good').waitFor();
  await operator.clock({ stand: true });
  await operator.faults({ 'smtp-port': 'fail' });
  await operator.post('conditions', { 'paper-jam': true });
  await operator.until(() => operator.jobs(), (list) => list.some((job) => job.phase === 'sending'), 'the first try');
  await operator.faults({});
  for (let i = 0; i < 20 && (await operator.mails()).length === 0; ++i) await operator.clock({ advance: '5m' });
  assert.equal((await operator.mails()).length, 1);
  assert.equal((await operator.jobs())[0].result, 'completed');
  await machine.stop();
});
