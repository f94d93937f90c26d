// The guide's chapter "Epson Print Admin Serverless OAuth 2.0 authentication for Scan to My Email": the administrator signs in on the
// panel first, then each user at first use; and what stands in the way.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { cards, fillSignIn, finishSignIn, logInByCard, nodeOf, typeAccount, untilShown } from './support/users.mjs';
import { accountOf, signIn } from './support/walks.mjs';

const addresses = { admin: 'admin@contoso.example', wei: 'wei.lin@contoso.example', maria: 'maria.santos@contoso.example' };
let browser, machine, operator;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });
afterEach(async () => {
  const ended = machine;
  machine = undefined;
  await ended?.stop();
  assert.doesNotMatch(ended?.output ?? '', /eyJ[A-Za-z0-9_-]{20}|Bamboo-Window|Harbor-Lantern/, 'no secret in the log');
});

async function start(scenario, { model = 'large', language = 'en' } = {}) {
  machine = await Machine.start({ arguments: ['--model', model, '--language', language, '--scenario', scenario] });
  operator = new Operator(machine.ready);
}
const passwordOf = (address) => machine.ready.tenant.accounts.find((account) => account.user === address).password;
const account = (who, password = passwordOf(addresses[who])) => ({ user: addresses[who], password });
const shows = (id) => untilShown(operator, id);
const logIn = (who) => logInByCard(operator, cards[who]);
const fill = (text) => fillSignIn(operator, text);
const signInAs = (who, password) => typeAccount(operator, account(who, password));
const finish = () => finishSignIn(operator);

async function scanToMe(receipt) {
  await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await operator.tap('send');
  return operator.untilJobEnded(receipt);
}

async function administrate(address, change) {
  const page = await openPage(browser);
  await page.goto(machine.ready.cloud + address);
  await signIn(page, accountOf(machine.ready));
  await page.goto(machine.ready.cloud + address);
  await change(page);
  await page.getByRole('status').waitFor();
  await page.context().close();
}

for (const [model, language] of [['large', 'en'], ['large', 'zh-CN'], ['compact-users', 'en'], ['compact-users', 'zh-CN']]) {
  test(`the administrator, then a user at first use (${model}, ${language})`, async () => {
    await start('epa-signed-out', { model, language });
    const says = (english, chinese) => operator.untilOnGlass(language === 'en' ? english : chinese);

    // 1 and 2: log in as a user with printer administrator rights, and select Scan to My Email: the sign-in screen appears.
    await logIn('admin');
    await says('Scan to My Email', '到我的电子邮件');
    await operator.tap('scan-my-email');
    // 3 and 4: address, Next, password, Sign in.
    await shows('sign-in-field');
    await says('Next', '下一步');
    await signInAs('admin');
    // 5: permissions, consent on behalf of the organization, Accept.
    await shows('for-organization');
    await says('Consent on behalf of your organization', '代表组织同意');
    await operator.tap('for-organization');
    await says('Accept', '接受');
    await operator.tap('sign-in-next');
    // The message of success, OK.
    await says('Signed in', '已登录');
    await finish();

    // Each user signs in once, with nothing left to consent to, and sends from and to the own address.
    await logIn('wei');
    await operator.tap('scan-my-email');
    await signInAs('wei');
    await finish();
    const job = await scanToMe(1);
    assert.equal(job.result, 'completed', JSON.stringify(job));
    assert.equal(job.user, 'wei.lin');
    const [mail] = await operator.mails();
    assert.equal(mail.from, addresses.wei);
    assert.deepEqual(mail.to, [addresses.wei]);
  });
}

test('two users in turn each send as themselves, and the second time nobody is asked', async () => {
  await start('epa-administrator-signed-in');
  let receipt = 0;
  for (const who of ['wei', 'maria']) {
    await logIn(who);
    await operator.tap('scan-my-email');
    await signInAs(who);
    await finish();
    assert.equal((await scanToMe(++receipt)).from, addresses[who]);
  }
  await logIn('wei');
  await operator.tap('scan-my-email');
  await shows('send');
  assert.equal((await scanToMe(++receipt)).from, addresses.wei);
});

test('a revoked sign-in gives 370, says so, and asks to sign in again', async () => {
  await start('epa-user-signed-in');
  await administrate('/entra/users', async (page) => {
    await follow(page.getByRole('link', { name: '林薇' }));
    await follow(page.getByRole('button', { name: 'Revoke sessions' }));
  });
  await operator.clock({ advance: '2h' });  // the access token has run out, and so has the session at the panel
  await logIn('wei');
  await operator.tap('scan-my-email');
  const job = await scanToMe(1);
  assert.equal(job.code, 370, JSON.stringify(job));
  await operator.untilOnGlass('log in to the cloud service again');
  assert.equal((await operator.mails()).length, 0);
  await operator.tap('ok');
  await operator.key('Home');
  await operator.tap('scan-my-email');
  await signInAs('wei');
  await finish();
  assert.equal((await scanToMe(2)).result, 'completed');
});

test('where only administrators may consent, a user who comes first is told what to ask for', async () => {
  await start('epa-signed-out');
  await administrate('/entra/applications', async (page) => {
    await follow(page.locator('form[action="/entra/applications/revoke"] button').first());
    await page.goto(`${machine.ready.cloud}/entra/applications`);
    await page.locator('[name=user_consent][value=off]').check();
    await follow(page.locator('form[action="/entra/user-consent"]').getByRole('button', { name: 'Save' }));
  });
  await logIn('wei');
  await operator.tap('scan-my-email');
  await signInAs('wei');
  await operator.untilOnGlass('Consent on behalf of your organization');
  await operator.tap('sign-in-close');
  await shows('scan-my-email');

  await logIn('admin');
  await operator.tap('scan-my-email');
  await signInAs('admin');
  await shows('for-organization');
  await operator.tap('for-organization', 'sign-in-next');
  await finish();
  await logIn('wei');
  await operator.tap('scan-my-email');
  await signInAs('wei');
  await finish();
});

test('a wrong password is told, an account is locked after ten of them, and the way back is open', async () => {
  await start('epa-administrator-signed-in');
  await logIn('wei');
  await operator.tap('scan-my-email');
  await signInAs('wei', 'wrong');
  await operator.untilOnGlass('The email address or password is incorrect.');
  for (let more = 0; more < 9; ++more) {
    await fill('wrong');
    await operator.until(() => nodeOf(operator, 'sign-in-next'), (node) => node?.enabled, 'the next try');
    await operator.tap('sign-in-next');
    await operator.until(() => nodeOf(operator, 'sign-in-field'), (node) => node?.value === '', 'the answer');
  }
  await operator.untilOnGlass('locked');
  await operator.tap('sign-in-back');
  await shows('sign-in-cancel');
  await operator.clock({ advance: '2m' });
  await logIn('wei');
  await operator.tap('scan-my-email');
  await signInAs('wei');
  await finish();
});

test('Conditional Access asks for a second factor: the phone is set up at the panel, a wrong number refused, the right one taken', async () => {
  await start('epa-administrator-signed-in');
  await administrate('/entra/conditional-access/new', async (page) => {
    await page.locator('[name=name]').fill('Everybody by two factors');
    await page.locator('[name=control][value=mfa]').check();
    await page.locator('[name=state][value=on]').check();
    await follow(page.getByRole('button', { name: 'Save' }));
  });
  await logIn('wei');
  await operator.tap('scan-my-email');
  await signInAs('wei');
  await shows('sign-in-phone');
  await operator.tap('sign-in-phone');
  await shows('sign-in-number');
  const number = (await nodeOf(operator, 'sign-in-number')).text;
  assert.match(number, /^[1-9][0-9]$/);

  const phone = await openPage(browser);
  await phone.goto(`${machine.ready.cloud}/authenticator`);
  await phone.locator('[name=number]').fill(number === '10' ? '11' : '10');
  await follow(phone.getByRole('button', { name: 'Yes' }));
  await operator.untilOnGlass('denied');
  await operator.tap('sign-in-next');
  await shows('sign-in-number');
  await phone.locator('[name=number]').fill((await nodeOf(operator, 'sign-in-number')).text);
  await phone.getByRole('button', { name: 'Yes' }).click();
  await finish();
  assert.equal((await scanToMe(1)).from, addresses.wei);
});

test('Conditional Access that blocks is told in words', async () => {
  await start('epa-administrator-signed-in');
  await administrate('/entra/conditional-access/new', async (page) => {
    await page.locator('[name=name]').fill('Nobody');
    await page.locator('[name=control][value=block]').check();
    await page.locator('[name=state][value=on]').check();
    await follow(page.getByRole('button', { name: 'Save' }));
  });
  await logIn('wei');
  await operator.tap('scan-my-email');
  await signInAs('wei');
  await operator.untilOnGlass('Conditional Access');
  await operator.untilOnGlass('AADSTS53003');
});

test('logging out, another card, and a network that is gone in the middle of a sign-in leave nothing behind', async () => {
  await start('epa-administrator-signed-in');
  await logIn('wei');
  await operator.tap('scan-my-email');
  await shows('sign-in-field');
  await operator.post('card', { id: cards.maria });  // hands the machine over
  await operator.untilOnGlass('Maria Santos');
  assert.equal((await operator.snapshot()).users.sign_in, null);
  await operator.tap('scan-my-email');
  await shows('sign-in-field');
  await operator.faults({ network: 'fail' });
  await operator.tap('sign-in-next');
  await shows('sign-in-again');
  await operator.faults({});
  await operator.tap('sign-in-again');
  await signInAs('maria');
  await finish();
  assert.equal((await scanToMe(1)).from, addresses.maria);
  assert.equal((await operator.mails()).length, 1);
});

test("with the device's mailbox as the sender nobody signs in", async () => {
  await start('epa-device-sender');
  await logIn('maria');
  await operator.tap('scan-my-email');
  await shows('send');
  const job = await scanToMe(1);
  assert.equal(job.from, addresses.admin);
  assert.deepEqual(job.destinations, [addresses.maria]);
});
