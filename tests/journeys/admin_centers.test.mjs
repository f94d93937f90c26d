// The guide's first chapter, and what undoes it: switches that an administrator turns in the centres, and what printer and person then meet.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { accountOf, askForCode, logInToWebConfig, signIn } from './support/walks.mjs';

let browser, machine, operator, page, scans;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });
beforeEach(async () => {
  machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  operator = new Operator(machine.ready);
  scans = 0;
});
afterEach(async () => { await machine?.stop(); });

async function goTo(address, account = accountOf(machine.ready)) {
  if (!page || page.isClosed() || page.machine !== machine) {
    page = await openPage(browser);
    page.machine = machine;
    await page.goto(machine.ready.cloud + address);
    await signIn(page, account);
  }
  return page.goto(machine.ready.cloud + address);
}
async function save(button = 'Save') {
  await follow(page.getByRole('button', { name: button }));
  await page.getByRole('status').waitFor();
}
async function scan() {
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo('maria.santos@contoso.example');
  return operator.untilJobEnded(++scans);
}

test('SMTP AUTH of the organisation and of the mailbox decide who may send', async () => {
  assert.equal((await scan()).result, 'completed');
  await goTo('/exchange/settings/mail-flow');
  await page.locator('[name=smtp_auth_off]').check();
  await save();
  const refused = await scan();
  assert.equal(refused.failure.kind, 'authentication');
  assert.match(refused.failure.detail ?? '', /5\.7\.139.*SmtpClientAuthentication is disabled for the Tenant|^$/);
  await operator.key('Home');
  await operator.tap('job-status', 'job-status-tab', 'job-2');
  await operator.untilOnGlass('312');

  await goTo('/admin/users');
  await page.getByRole('link', { name: 'Robin Adler' }).click();
  await page.locator('[name=smtp_auth][value=on]').check();
  await save('Save changes');
  assert.equal((await scan()).result, 'completed', "the mailbox's own setting wins");
  await page.locator('[name=smtp_auth][value=off]').check();
  await save('Save changes');
  assert.equal((await scan()).result, 'failed');
  await page.locator('[name=smtp_auth][value=follow]').check();
  await save('Save changes');
  await goTo('/exchange/settings/mail-flow');
  await page.locator('[name=smtp_auth_off]').uncheck();
  await save();
  assert.equal((await scan()).result, 'completed');
});

test('security defaults stop the printer, and disabling them lets it send again', async () => {
  await goTo('/entra/properties');
  await page.getByText('Manage security defaults').click();
  await page.locator('[name=security_defaults][value=on]').check();
  await save();
  assert.equal((await scan()).result, 'failed');
  await page.locator('[name=security_defaults][value=off]').check();
  await save();
  assert.equal((await scan()).result, 'completed');
});

test('a policy that blocks the device code flow stops the sign-in, and the log says why', async () => {
  await goTo('/entra/conditional-access/new');
  await page.locator('[name=name]').fill('Block device codes');
  await page.locator('[name=device_code_only]').check();
  await page.locator('[name=control][value=block]').check();
  await page.locator('[name=state][value=on]').check();
  for (const excluded of await page.locator('[name=excluded]:checked').all()) await excluded.uncheck();  // its author, to begin with
  await save();
  const config = await openPage(browser);
  await logInToWebConfig(config, machine.ready);
  await config.goto(new URL('PRESENTATION/ADVANCED/NW_EMAIL_BASIC/TOP', machine.ready.web_config).href);
  if (await config.locator('button.sign-out:visible').count()) await follow(config.locator('button.sign-out:visible'));
  const { address, code } = await askForCode(config, machine.ready);
  const person = await openPage(browser);
  await person.goto(address);
  await person.locator('[name=otc]').fill(code);
  await person.locator('#idSIButton9').click();
  const account = accountOf(machine.ready);
  await person.locator('[name=loginfmt]').fill(account.user);
  await person.locator('#idSIButton9').click();
  await person.locator('[name=passwd]').fill(account.password);
  await follow(person.locator('#idSIButton9'));
  assert.match(await person.locator('body').innerText(), /53003/);
  await goTo('/entra/sign-ins');
  assert.match(await page.locator('tbody tr').first().innerText(), /53003/);
});

test('sessions that an administrator ends end in 361', async () => {
  await goTo('/admin/users');
  await page.getByRole('link', { name: 'Robin Adler' }).click();
  await page.getByRole('button', { name: 'Sign out of all sessions' }).click();
  await page.locator('[name=loginfmt]').waitFor();  // the administrator's own session is over too
  await operator.clock({ advance: '2h' });
  assert.equal((await scan()).failure.kind, 'sign_in_expired');
});

test('who has no role is told so, and a form without its token changes nothing', async () => {
  const maria = machine.ready.tenant.accounts.find((account) => account.user.startsWith('maria'));
  for (const address of ['/exchange/settings/mail-flow', '/admin/users', '/entra/properties', '/entra/sign-ins']) {
    const answer = await goTo(address, maria);
    assert.equal(answer.status(), 403, address);
  }
  const forged = await page.request.post(`${machine.ready.cloud}/exchange/settings/mail-flow`, { form: { smtp_auth_off: '1' } });
  assert.equal(forged.status(), 403);
  page = undefined;
  await goTo('/exchange/settings/mail-flow');
  const unsigned = await page.request.post(`${machine.ready.cloud}/exchange/settings/mail-flow`, { form: { smtp_auth_off: '1', token: 'wrong' } });
  assert.equal(unsigned.status(), 403);
  await goTo('/exchange/settings/mail-flow');
  assert.equal(await page.locator('[name=smtp_auth_off]').isChecked(), false);
});
