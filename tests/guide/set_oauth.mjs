// Set OAuth 2.0 authentication for the e-mail server: steps 1 to 12.
import assert from 'node:assert/strict';
import { follow } from '../journeys/support/browser.mjs';
import { otherGlass } from '../journeys/support/machine.mjs';
import { nodeOf } from '../journeys/support/users.mjs';
import { logInToWebConfig, pressOk } from '../journeys/support/walks.mjs';
import { proves, provingIn } from './proof.mjs';
import { addressOf, journey } from './stage.mjs';

journey('set OAuth 2.0: steps 1 to 12', {}, async (stage, language) => {
  const { operator, words, ready, administrator } = stage;
  const step = provingIn(language);

  const address = await step('set.address', async () => {
    await operator.tap(...words.settings, words.wiredLanStatus);
    const { value } = await operator.until(() => nodeOf(operator, 'ip-address'), Boolean, 'the address on the glass');
    await operator.key('Home');
    return value;
  });

  const config = await stage.page();
  await step('set.open', async () => {
    await config.goto(`http://${address}:${new URL(ready.web_config_http).port}/`);
    assert.equal(new URL(config.url()).protocol, 'https:', 'http leads to https');
    assert.match(await config.locator('#model_name').innerText(), /Series/);
  });
  await step('set.log-in', async () => {
    await config.getByRole('link', { name: words.logIn, exact: true }).click();
    await config.locator('[name=INPUTT_PASSWORD]').fill(ready.admin_password);
    await config.getByRole('button', { name: words.ok, exact: true }).click();
    await config.locator('#log-out').waitFor();
  });
  await step('set.path', async () => {
    await follow(config.getByRole('link', { name: words.network, exact: true }));
    await follow(config.locator('nav').getByRole('link', { name: words.basic, exact: true }).last());
    const title = await config.locator('.header-main').innerText();
    assert.ok(title.includes(words.emailServer) && title.includes(words.basic), title);
  });
  await step('set.method', () => config.getByRole('radio', { name: 'OAuth2' }).check());
  await step('set.service', () => config.locator('#service').selectOption({ label: 'Microsoft Exchange Online' }));
  await step('set.sign-in', async () => {
    await follow(config.locator('button.sign-in:visible', { hasText: words.signIn }));
    await config.getByRole('button', { name: words.microsoftSignIn }).click();
    await config.locator('#code').waitFor();
  });

  const code = await step('set.copy-code', async () => {
    const shown = await config.locator('#code').innerText();
    await config.locator('#copy').click();
    await stage.operator.until(() => config.evaluate(() => navigator.clipboard.readText()), (copied) => copied === shown, 'the code in the clipboard');
    return shown;
  });
  // The link opens a window of its own, in which the person goes on.
  const [person] = await step('set.open-address', () => Promise.all([config.context().waitForEvent('page'), config.locator('#verification-uri').click()]));
  const next = () => person.locator('#idSIButton9');
  const said = async (button) => assert.equal(await next().inputValue(), button);
  await step('set.enter-code', async () => {
    await person.locator('[name=otc]').fill(code);
    await said(words.next);
    await follow(next());
  });
  await step('set.account', async () => {
    await person.locator('[name=loginfmt]').fill(administrator.user);
    await said(words.next);
    await follow(next());
  });
  await step('set.password', async () => {
    await person.locator('[name=passwd]').fill(administrator.password);
    await said(words.signIn);
    await follow(next());
  });
  await follow(next());  // "Are you trying to sign in to …?": Entra asks, the guide leaves it out
  await step('set.consent', async () => {
    const box = person.getByRole('checkbox', { name: words.consent });
    assert.equal(await box.isChecked(), false);
    await box.check();
    await said(words.accept);
    await follow(next());
  });
  await step('set.done', async () => {
    const message = await person.locator('body').innerText();
    assert.match(message, words.haveSignedIn);
    assert.match(message, words.mayClose);
    await person.close();
  });

  await operator.clock({ run: 20 });
  await step('set.status', async () => {
    assert.match(config.url(), /NW_EMAIL_BASIC/);
    await config.locator('output.sign-in-status:visible', { hasText: words.signedIn }).waitFor();
  });
  await step('set.shown-account', () => config.locator('output.sign-in-account:visible', { hasText: administrator.user }).waitFor());
  await step('set.ok', async () => {
    await operator.clock({ run: 1 });
    assert.equal((await operator.snapshot()).email.sign_in, null, 'nothing before OK');
    await config.getByRole('button', { name: words.ok, exact: true }).last().click();
    await operator.until(() => operator.snapshot(), (state) => state.email.sign_in?.account === administrator.user, 'the sign-in at the printer');
    assert.equal((await stage.scan()).result, 'completed');
  });
});

/** Chooses the service, asks for a code and signs in with it in a window of its own, up to what that window says last. */
async function signInAt(stage, service, account, onPermissions = async () => {}) {
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  await config.goto(addressOf(stage.ready, 'NW_EMAIL_BASIC'));
  await config.getByRole('radio', { name: 'OAuth2' }).check();
  await config.locator('#service').selectOption({ label: service });
  await follow(config.locator('button.sign-in:visible'));
  await follow(config.locator('#microsoft-sign-in'));
  const code = await config.locator('#code').innerText();
  const person = await stage.page();
  await person.goto(await config.locator('#verification-uri').getAttribute('href'));
  for (const [field, value] of [['otc', code], ['loginfmt', account.user], ['passwd', account.password]]) {
    await person.locator(`[name=${field}]`).fill(value);
    await follow(person.locator('#idSIButton9'));
  }
  await follow(person.locator('#idSIButton9'));  // "Are you trying to sign in to …?"
  await onPermissions(person);
  await follow(person.locator('#idSIButton9'));
  assert.match(await person.locator('body').innerText(), stage.words.haveSignedIn);
  await stage.operator.clock({ run: 20 });
  await pressOk(config, account);
  await stage.operator.clock({ run: 1 });
}

journey('set OAuth 2.0: for personal use, Outlook.com', {}, async (stage, language) => {
  const owner = stage.person('taylor.reed');
  await proves('set.outlook', language, async () => {
    await signInAt(stage, 'Outlook.com', owner);
    const { email } = await stage.operator.snapshot();
    assert.deepEqual([email.stored.service, email.sign_in.account], ['outlook_com', owner.user]);
  });
});

journey('set OAuth 2.0: what a global administrator may, and nobody else', {}, async (stage, language) => {
  const box = (page) => page.getByRole('checkbox', { name: stage.words.consent }).count();
  await proves('set.administrator', language, async () => {
    await signInAt(stage, 'Microsoft Exchange Online', stage.person('maria.santos'), async (page) => assert.equal(await box(page), 0, 'for herself alone'));
  });
});

journey('set OAuth 2.0: on the standard network alone', { models: { en: 'office-board', 'zh-CN': 'small-board' }, given: otherGlass }, async (stage, language) => {
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  await proves('set.additional-network', language, async () => {
    await config.goto(addressOf(stage.ready, 'NW_EMAIL_BASIC'));
    assert.equal(await config.locator('#method-OAUTH2').count(), 1);
    await config.goto(addressOf(stage.ready, 'NW2_EMAIL_BASIC'));
    assert.equal(await config.locator('#method-OAUTH2').count(), 0);
    assert.match(await config.locator('#no-oauth2').innerText(), /OAuth 2\.0/);
  });
});
