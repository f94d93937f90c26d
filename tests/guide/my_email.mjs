// Epson Print Admin Serverless, Scan to My Email: the administrator's sign-in on the panel, then each user's own; and 370.
import assert from 'node:assert/strict';
import { follow } from '../journeys/support/browser.mjs';
import { cards, fillSignIn, finishSignIn, logInByCard, typeAccount, untilShown } from '../journeys/support/users.mjs';
import { logInToWebConfig } from '../journeys/support/walks.mjs';
import { proves, provingIn } from './proof.mjs';
import { addressOf, journey } from './stage.mjs';

const given = { models: { en: 'large', 'zh-CN': 'compact-users' } };

async function scanToMe(stage) {
  stage.scans = (stage.scans ?? 0) + 1;
  await stage.operator.post('original', { path: stage.original, at: 'feeder' });
  await stage.operator.tap('send');
  return stage.operator.untilJobEnded(stage.scans);
}

journey('Scan to My Email: the administrator first, then each user', { ...given, scenario: 'epa-signed-out' }, async (stage, language) => {
  const { operator, words, administrator } = stage;
  const step = provingIn(language);
  await step('my-email.administrator', async () => {
    await logInByCard(operator, cards.admin);
    assert.ok((await operator.snapshot()).users.user.rights.includes('administrator'));
    await operator.tap(words.myEmail);
  });
  await step('my-email.screen', () => untilShown(operator, 'sign-in-field'));
  await step('my-email.address', async () => {
    await fillSignIn(operator, administrator.user);
    await operator.untilOnGlass(words.next);
    await operator.tap('sign-in-next');
  });
  await step('my-email.password', async () => {
    await untilShown(operator, 'sign-in-user');
    await fillSignIn(operator, administrator.password);
    await operator.untilOnGlass(words.signIn);
    await operator.tap('sign-in-next');
  });
  await step('my-email.consent', async () => {
    await untilShown(operator, 'for-organization');
    await operator.untilOnGlass(words.consent);
    await operator.tap('for-organization');
    await operator.untilOnGlass(words.accept);
    await operator.tap('sign-in-next');
  });
  await step('my-email.success', async () => {
    await operator.untilOnGlass(words.signedIn);
    await finishSignIn(operator);
  });

  await step('my-email.account', async () => {
    await logInByCard(operator, cards.wei);
    await operator.tap('scan-my-email');
    await untilShown(operator, 'sign-in-field');
    await fillSignIn(operator, stage.person('taylor.reed').user);
    await operator.tap('sign-in-next');
    await untilShown(operator, 'sign-in-problem');
  });
  const user = stage.person('wei.lin');
  await step('my-email.everyone', async () => {
    await typeAccount(operator, user);
    await finishSignIn(operator);
    assert.equal((await scanToMe(stage)).result, 'completed');
  });
  await step('my-email.sender', async () => {
    const config = await stage.page();
    await logInToWebConfig(config, stage.ready);
    await config.goto(addressOf(stage.ready, 'SEC_EPA_BASIC'));
    assert.ok(await config.locator('[name=INPUTR_MYEMAILSENDER][value=USER]').isChecked(), 'as the authentication settings say');
    const [mail] = await operator.mails();
    assert.equal(mail.from, user.user);
    assert.deepEqual(mail.to, [user.user]);
  });
  await step('my-email.first', async () => {
    await operator.key('Home');  // the same card again would log out
    await operator.tap('scan-my-email');
    await untilShown(operator, 'send');
  });
});

journey('370: a user must sign in again', { ...given, scenario: 'epa-user-signed-in' }, async (stage, language) => {
  const { operator, words } = stage;
  await proves('trouble.370', language, async () => {
    const page = await stage.cloud('/entra/users');
    await follow(page.getByRole('link', { name: '林薇' }));
    await follow(page.locator('form[action$="/revoke"] button, form[action$="/sign-out"] button'));
    await page.getByRole('status').waitFor();
    await operator.clock({ advance: '2h' });
    await logInByCard(operator, cards.wei);
    await operator.tap('scan-my-email');
    assert.equal((await scanToMe(stage)).code, 370);
    await stage.closeMessage();
    await operator.tap('job-status', 'job-status-tab', `job-${stage.scans}`);
    await operator.until(() => operator.words(), (all) => all.some((word) => words.code370.test(word)), 'what 370 means');
    await operator.key('Home');
    await operator.tap('scan-my-email');
    await typeAccount(operator, stage.person('wei.lin'));
    await finishSignIn(operator);
    assert.equal((await scanToMe(stage)).result, 'completed', 'logging in cures it');
  });
});
