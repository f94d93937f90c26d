// Introduction: what stopped working, and what works instead.
import assert from 'node:assert/strict';
import { follow } from '../journeys/support/browser.mjs';
import { isUpdated, whileTimePasses } from '../journeys/support/firmware.mjs';
import { otherGlass } from '../journeys/support/machine.mjs';
import { logInToWebConfig } from '../journeys/support/walks.mjs';
import { proves } from './proof.mjs';
import { addressOf, journey, save } from './stage.mjs';

journey('introduction: SMTP AUTH off stops the printer, OAuth 2.0 with it on sends', { scenario: 'signed-in' }, async (stage, language) => {
  await proves('introduction.oauth', language, async () => {
    assert.equal((await stage.scan()).result, 'completed');
    const [mail] = await stage.operator.mails();
    assert.equal(mail.from, stage.administrator.user);
  });
  const page = await stage.cloud('/exchange/settings/mail-flow');
  await page.locator('[name=smtp_auth_off]').check();
  await save(page);
  await proves('introduction.smtp-auth', language, async () => {
    const job = await stage.scan();
    assert.equal(job.result, 'failed');
    assert.equal(job.failure.kind, 'authentication');
  });
});

journey('introduction: account and password are no longer taken', {}, async (stage, language) => {
  const printer = stage.person('printer');
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  await config.goto(addressOf(stage.ready, 'NW_EMAIL_BASIC'));
  await config.locator('#method-SMTP_AUTH').check();
  await config.locator('#account').fill(printer.user);
  await config.locator('#auth-password').fill(printer.password);
  await config.locator('#sender').fill(printer.user);
  await config.locator('#smtp-host').fill('localhost');
  await config.locator('#smtp-port').fill(String(stage.ready.smtp.port));
  await config.locator('[name=INPUTR_SECURECONNECTION][value=STARTTLS]').check();
  await follow(config.locator('#ok'));
  assert.equal((await stage.scan()).result, 'completed', 'while the tenant allows it');
  await proves('introduction.basic', language, async () => {
    const page = await stage.cloud('/exchange/settings/mail-flow');
    await page.locator('[name=basic_auth_off]').check();
    await save(page);
    assert.equal((await stage.scan()).failure.kind, 'authentication');
  });
});

journey('introduction: notifications are sent by the same setting', { scenario: 'signed-in' }, async (stage, language) => {
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  await config.goto(addressOf(stage.ready, 'ADMIN_EMAILNOTIFICATION'));
  await config.locator('[name=INPUTT_ADDRESS1]').fill('maria.santos@contoso.example');
  await config.locator('[name=INPUTC_1_COVER_OPEN]').check();
  await config.locator('#ok').click();
  await config.locator('#message.good').waitFor();
  await proves('introduction.notification', language, async () => {
    await stage.operator.post('conditions', { 'cover-open': true });
    const [mail] = await stage.operator.until(() => stage.operator.mails(), (list) => list.length === 1, 'the notification');
    assert.equal(mail.from, stage.administrator.user);
    assert.deepEqual(mail.to, ['maria.santos@contoso.example']);
  });
});

journey('introduction: old firmware has no OAuth 2.0', { models: { en: 'old-firmware', 'zh-CN': 'small-old-firmware' }, given: otherGlass }, async (stage, language) => {
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  await proves('introduction.firmware', language, async () => {
    await config.goto(addressOf(stage.ready, 'NW_EMAIL_BASIC'));
    assert.equal(await config.locator('#method-OAUTH2').count(), 0);
    assert.ok((await config.locator('#no-oauth2').innerText()).length > 0, 'and the page says why');
    await config.goto(addressOf(stage.ready, 'ADMIN_FIRMWARE'));
    await follow(config.locator('#check'));
    await follow(config.locator('#update'));
    await whileTimePasses(stage.operator, (state) => state.power === 'restarting', 'the restart');
    await whileTimePasses(stage.operator, isUpdated, 'the new firmware');
    await logInToWebConfig(config, stage.ready);
    await config.goto(addressOf(stage.ready, 'NW_EMAIL_BASIC'));
    assert.equal(await config.locator('#method-OAUTH2').count(), 1, 'the new one has it');
  });
});
