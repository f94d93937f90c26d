// Epson Print Admin Serverless, Scan to My Email: the administrator's sign-in on the panel, then each user's own; and 370.
import assert from 'node:assert/strict';
import { follow } from '../journeys/support/browser.mjs';
import { proves } from './proof.mjs';
import { journey } from './stage.mjs';

const cards = { admin: '04AD3110', 'wei.lin': '04A1B2C3' };
const given = { models: { en: 'large', 'zh-CN': 'large' } };

async function logIn(stage, who) {
  await stage.operator.post('card', { id: null });
  await stage.operator.post('card', { id: cards[who] });
  await untilShown(stage, 'user-name');
}

function untilShown(stage, id) {
  return stage.operator.until(() => stage.operator.shows(id), Boolean, `${id} on the glass`);
}

async function fill(stage, text) {
  await untilShown(stage, 'sign-in-field');
  await stage.operator.tap('sign-in-field');
  const within = (node) => (node.id === 'input' ? node : (node.children ?? []).map(within).find(Boolean));
  for (let left = within(await stage.operator.tree()).value.length; left > 0; --left) await stage.operator.key('Backspace');
  await stage.operator.type(text);
  await stage.operator.key('Enter');
}

/** Address, Next, password, Sign in; nothing more is asked of a user. */
async function signIn(stage, account) {
  await fill(stage, account.user);
  await stage.operator.tap('sign-in-next');
  await untilShown(stage, 'sign-in-user');
  await fill(stage, account.password);
  await stage.operator.tap('sign-in-next');
}

async function finish(stage) {
  await untilShown(stage, 'sign-in-ok');
  await stage.operator.tap('sign-in-ok');
  await untilShown(stage, 'send');
}

async function scanToMe(stage) {
  stage.scans = (stage.scans ?? 0) + 1;
  await stage.operator.post('original', { path: stage.original, at: 'feeder' });
  await stage.operator.tap('send');
  return stage.operator.untilJobEnded(stage.scans);
}

journey('Scan to My Email: the administrator first, then each user', { ...given, scenario: 'epa-signed-out' }, async (stage, language) => {
  const { operator, words, administrator } = stage;
  const step = (id, act) => proves(id, language, act);
  await step('my-email.administrator', async () => {
    await logIn(stage, 'admin');
    await operator.untilOnGlass(words.myEmail);
    await operator.tap('scan-my-email');
  });
  await step('my-email.screen', () => untilShown(stage, 'sign-in-field'));
  await step('my-email.address', async () => {
    await fill(stage, administrator.user);
    await operator.untilOnGlass(words.next);
    await operator.tap('sign-in-next');
  });
  await step('my-email.password', async () => {
    await untilShown(stage, 'sign-in-user');
    await fill(stage, administrator.password);
    await operator.untilOnGlass(words.signIn);
    await operator.tap('sign-in-next');
  });
  await step('my-email.consent', async () => {
    await untilShown(stage, 'for-organization');
    await operator.untilOnGlass(words.consent);
    await operator.tap('for-organization');
    await operator.untilOnGlass(words.accept);
    await operator.tap('sign-in-next');
  });
  await step('my-email.success', async () => {
    await operator.untilOnGlass(words.signedIn);
    await finish(stage);
  });

  const user = stage.person('wei.lin');
  await step('my-email.everyone', async () => {
    await logIn(stage, 'wei.lin');
    await operator.tap('scan-my-email');
    await signIn(stage, user);
    await finish(stage);
    assert.equal((await scanToMe(stage)).result, 'completed');
  });
  await step('my-email.sender', async () => {
    const [mail] = await operator.mails();
    assert.equal(mail.from, user.user);
    assert.deepEqual(mail.to, [user.user]);
  });
  await step('my-email.first', async () => {
    await operator.key('Home');  // the same card again would log out
    await operator.tap('scan-my-email');
    await untilShown(stage, 'send');
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
    await logIn(stage, 'wei.lin');
    await operator.tap('scan-my-email');
    assert.equal((await scanToMe(stage)).code, 370);
    await stage.closeMessage();
    await operator.tap('job-status', 'job-status-tab', `job-${stage.scans}`);
    await operator.until(() => operator.words(), (all) => all.some((word) => words.code370.test(word)), 'what 370 means');
    await operator.key('Home');
    await operator.tap('scan-my-email');
    await signIn(stage, stage.person('wei.lin'));
    await finish(stage);
    assert.equal((await scanToMe(stage)).result, 'completed', 'logging in cures it');
  });
});
