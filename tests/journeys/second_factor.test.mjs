// The tenant asks for a second factor: the practice phone is set up on the way, and a number typed on it lets the printer in.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { accountOf, askForCode, logInToWebConfig, pressOk, signIn } from './support/walks.mjs';

let browser, machine, operator, account;
before(async () => {
  browser = await openBrowser();
  machine = await Machine.start();
  operator = new Operator(machine.ready);
  account = accountOf(machine.ready);
});
after(async () => {
  await browser?.close();
  await machine?.stop();
});

test('by Conditional Access, practice phone and number matching', async () => {
  const admin = await openPage(browser);
  await admin.goto(`${machine.ready.cloud}/entra/conditional-access/new`);
  await signIn(admin, account);
  await admin.locator('[name=name]').fill('Everybody by two factors');
  for (const box of await admin.locator('[name=excluded]:checked').all()) await box.uncheck();  // who makes a policy is left out at first
  await admin.locator('[name=control][value=mfa]').check();
  await admin.locator('[name=state][value=on]').check();
  await follow(admin.getByRole('button', { name: 'Save' }));
  assert.equal(await admin.getByRole('status').innerText(), 'Saved.');

  const web = await openPage(browser);
  await logInToWebConfig(web, machine.ready);
  const { code, address } = await askForCode(web, machine.ready);

  const person = await openPage(browser);
  await person.goto(address);
  await person.locator('[name=otc]').fill(code);
  await person.locator('#idSIButton9').click();
  await person.locator('[name=loginfmt]').fill(account.user);
  await person.locator('#idSIButton9').click();
  await person.locator('[name=passwd]').fill(account.password);
  await follow(person.locator('#idSIButton9'));
  assert.match(await person.locator('h1').innerText(), /More information required/);
  await person.locator('#usePracticePhone').click();
  const number = await person.locator('#idRichContext_DisplaySign').innerText();
  assert.match(number, /^[1-9][0-9]$/);

  const phone = await openPage(browser);
  await phone.goto(`${machine.ready.cloud}/authenticator`);
  assert.match(await phone.locator('main').innerText(), new RegExp(account.user));
  await phone.locator('[name=number]').fill(number === '10' ? '11' : '10');
  await follow(phone.getByRole('button', { name: 'Yes' }));
  assert.match(await phone.getByRole('status').innerText(), /not the number/);
  // The phone looks for new requests by itself, and what it has told stays.
  for (let look = 0; look < 2; ++look) await phone.waitForResponse((answer) => answer.url().endsWith('/authenticator'));
  assert.match(await phone.getByRole('status').innerText(), /not the number/);
  await person.getByText('Your request was denied.').waitFor();
  await follow(person.locator('#idSIButton9'));

  const second = await person.locator('#idRichContext_DisplaySign').innerText();
  await phone.locator('[name=number]').fill(second);  // the phone shows the new request by itself
  await phone.waitForResponse((answer) => answer.url().endsWith('/authenticator'));
  assert.equal(await phone.locator('[name=number]').inputValue(), second, 'what is typed stays while it looks again');
  await follow(phone.getByRole('button', { name: 'Yes' }));
  assert.match(await phone.getByRole('status').innerText(), /Approved/);
  await person.getByText('Are you trying to sign in').waitFor();
  await person.locator('#idSIButton9').click();
  await person.getByRole('checkbox').check();
  await person.locator('#idSIButton9').click();
  await person.getByText('You may now close this window').waitFor();

  await pressOk(web, account);
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.scanTo(account.user);
  assert.equal((await operator.untilJobEnded(1)).result, 'completed');
});
