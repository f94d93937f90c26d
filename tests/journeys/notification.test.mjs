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
  const logged = (await after_power.untilNothingIsUnderWay()).filter((job) => job.type === 'email_notification');
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
  // The tries are minutes of the machine's clock apart; each takes its real time.
  const laterJobs = () => operator.clock({ advance: '5m' }).then(() => operator.jobs());
  await operator.until(laterJobs, ([letter]) => letter.phase === 'ended', 'the end of the letter');
  assert.equal((await operator.mails()).length, 1);
  assert.equal((await operator.jobs())[0].result, 'completed');
  await machine.stop();
});

// What raises each event: the operator's hands on the machine, and an administrator.
const causes = {
  INK_LOW: { black: 5 }, INK_OUT: { cyan: 0 }, MAINTENANCE_BOX_LOW: { 'maintenance-box': 10 }, MAINTENANCE_BOX_FULL: { 'maintenance-box': 0 },
  PAPER_OUT: { 'cassette-1': 0, 'cassette-2': 0, 'paper-tray': 0 }, PAPER_JAM: { 'paper-jam': true },
  COVER_OPEN: { 'cover-open': true }, PRINTER_ERROR: { 'printer-error': true }, SCANNER_ERROR: { 'scanner-error': true },
};

test('five destinations, each with events and a language of its own, hear of what they asked for and of nothing else', async () => {
  // Three sources of paper: of more letters at once the cloud puts the fourth off for minutes, as Exchange Online does.
  const machine = await Machine.start({ arguments: ['--model', 'compact', '--scenario', 'signed-in'] });
  const operator = new Operator(machine.ready);
  const page = await openPage(browser, 'en');
  const people = ['maria.santos', 'wei.lin', 'jonas.berg', 'helpdesk', 'printer'].map((front) => `${front}@contoso.example`);
  const languages = ['en', 'zh-CN', 'en', 'zh-CN', 'en'];
  await logInToWebConfig(page, machine.ready);

  // As the page calls them, in either language.
  const named = {};
  for (const [language, number] of [['zh-CN', '11'], ['en', '1']]) {
    await page.goto(at(machine.ready, 'ADMIN_EMAILNOTIFICATION'));
    await Promise.all([page.waitForEvent('load'), page.locator('#SEL_LANGA').selectOption(number)]);
    await page.goto(at(machine.ready, 'ADMIN_EMAILNOTIFICATION'));
    named[language] = Object.fromEntries(await page.locator('table.events tbody tr').evaluateAll((rows) => rows.map(
      (row) => [row.querySelector('input').name.replace('INPUTC_1_', ''), row.querySelector('th').textContent])));
  }
  const events = [...Object.keys(causes), 'ADMINISTRATOR_PASSWORD_CHANGED'];
  assert.deepEqual(events.filter((event) => !(event in named.en)), [], 'every one has its row');

  // Everybody asks for two events of the ten, and the first for the jam besides.
  const asked = people.map((_, i) => events.filter((event, n) => n % people.length === i || (i === 0 && event === 'PAPER_JAM')));
  for (const [i, address] of people.entries()) {
    await page.locator(`[name=INPUTT_ADDRESS${i + 1}]`).fill(address);
    await page.locator(`[name=SEL_LANGUAGE${i + 1}]`).selectOption(languages[i]);
    for (const event of asked[i]) await page.locator(`[name=INPUTC_${i + 1}_${event}]`).check();
  }
  await page.locator('[name=INPUTC_SUBJECT_DEVICE]').uncheck();
  await page.locator('#ok').click();
  await page.locator('#message.good').waitFor();

  const expected = [];
  for (const event of events) {
    const before = expected.length;
    for (const [i, address] of people.entries()) {
      const times = event === 'PAPER_OUT' ? Object.keys(causes.PAPER_OUT).length : 1;  // each source is told of
      if (asked[i].includes(event)) expected.push(...Array(times).fill([address, named[languages[i]][event]]));
    }
    if (event in causes) {
      await operator.post('conditions', causes[event]);
    } else {
      await page.goto(at(machine.ready, 'ADMIN_PASSWORDSET_CHANGE'));
      await page.locator('#current').fill(machine.ready.admin_password);
      for (const field of ['#next', '#confirm']) await page.locator(field).fill('another-one-1');
      await page.locator('#ok').click();
    }
    const told = await operator.until(() => operator.mails(), (mails) => mails.length >= expected.length, `${event}: ${expected.length - before} more`);
    for (const [address, name] of expected) {
      assert.ok(told.some((mail) => mail.to[0] === address && mail.subject.startsWith(name)), `${name} to ${address} in ${JSON.stringify(told)}`);
    }
  }
  const told = await operator.mails();
  assert.equal(told.length, expected.length, JSON.stringify(told.map(({ to, subject }) => [to, subject])));
  assert.ok(told.every((mail) => mail.from === 'admin@contoso.example'));

  // In the history they are what they are: no prints.
  await operator.untilNothingIsUnderWay();
  await page.goto(at(machine.ready, 'INFO_JOBHISTORY'));
  const types = await page.locator('table.values tbody tr td:nth-child(4)').allInnerTexts();
  assert.equal(types.filter((type) => type === 'Email Notification').length, expected.length, types.join());
  await machine.stop();
});
