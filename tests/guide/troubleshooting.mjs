// Troubleshooting: each row's cause, what people see, and the cure.
import assert from 'node:assert/strict';
import { askForCode, approve, logInToWebConfig, pressOk } from '../journeys/support/walks.mjs';
import { proves } from './proof.mjs';
import { addressOf, journey, save } from './stage.mjs';

/** Job/Status > Job Status > the job: its code and what it means. */
async function codeInTheLog(stage, code, meaning) {
  const { operator } = stage;
  await stage.closeMessage();
  await operator.tap('job-status', 'job-status-tab', `job-${stage.scans}`);
  await operator.untilOnGlass(String(code));
  await operator.until(() => operator.words(), (words) => words.some((word) => meaning.test(word)), `what ${code} means`);
  await operator.key('Home');
}

/** Web Config, logged in; signs in by code up to the point where only OK is left. */
async function signInWithoutOk(stage) {
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  const { address, code } = await askForCode(config, stage.ready);
  await approve(await stage.page(), address, code, stage.administrator);
  await stage.operator.clock({ run: 20 });
  await config.locator('output.sign-in-account:visible', { hasText: stage.administrator.user }).waitFor();
  await stage.operator.clock({ run: 1 });
  return config;
}

journey('cannot sign in: Conditional Access blocks it, and Entra ID says so', {}, async (stage, language) => {
  await proves('trouble.policy', language, async () => {
    const policy = await stage.cloud('/entra/conditional-access/new');
    await policy.locator('[name=name]').fill('Block device codes');
    await policy.locator('[name=device_code_only]').check();
    await policy.locator('[name=control][value=block]').check();
    await policy.locator('[name=state][value=on]').check();
    for (const excluded of await policy.locator('[name=excluded]:checked').all()) await excluded.uncheck();
    await save(policy);

    const config = await stage.page();
    await logInToWebConfig(config, stage.ready);
    const { address, code } = await askForCode(config, stage.ready);
    const person = await stage.page();
    const said = await approve(person, address, code, stage.administrator);
    assert.match(said, /53003/);
    const log = await stage.cloud('/entra/sign-ins');
    assert.match(await log.locator('tbody').innerText(), /53003/);
  });
});

journey('cannot send: signed in, but not saved', { scenario: 'never-signed-in' }, async (stage, language) => {
  const { operator, words } = stage;
  const config = await signInWithoutOk(stage);
  await proves('trouble.message', language, async () => {
    await stage.scan();
    await operator.untilOnGlass(words.mustSignIn);
  });
  await proves('trouble.codes', language, () => codeInTheLog(stage, 360, words.code360));
  await proves('trouble.not-saved', language, async () => {
    assert.ok((await config.locator('output.sign-in-status:visible').innerText()).includes(words.signedIn));
    await pressOk(config, stage.administrator);
    assert.equal((await stage.scan()).result, 'completed');
  });
});

journey('cannot send: not signed in', { scenario: 'never-signed-in' }, async (stage, language) => {
  const { operator, words } = stage;
  await stage.scan();
  await operator.untilOnGlass(words.mustSignIn);
  await proves('trouble.360', language, async () => {
    await codeInTheLog(stage, 360, words.code360);
    await proves('trouble.not-signed-in', language, async () => {
      const page = await stage.page();
      await logInToWebConfig(page, stage.ready);
      await page.goto(addressOf(stage.ready, 'NW_EMAIL_BASIC'));
      assert.equal(await page.locator('output.sign-in-status:visible').count(), 0, 'no state');
      await page.locator('button.sign-in:visible', { hasText: words.signIn }).waitFor();
    });
    await pressOk(await signInWithoutOk(stage), stage.administrator);
    assert.equal((await stage.scan()).result, 'completed', 'connecting cures it');
  });
});

journey('the sign-in has expired', { scenario: 'signed-in' }, async (stage, language) => {
  const { operator, words } = stage;
  await operator.clock({ advance: '91d' });
  await proves('trouble.expired', language, async () => {
    await stage.scan();
    await operator.until(() => operator.words(), (all) => all.some((word) => words.expired.test(word)), 'the message of an expired sign-in');
  });
  await proves('trouble.361', language, async () => {
    await codeInTheLog(stage, 361, words.code361);
    await proves('trouble.expired-cure', language, async () => {
      await pressOk(await signInWithoutOk(stage), stage.administrator);
      assert.equal((await stage.scan()).result, 'completed');
    });
  });
});
