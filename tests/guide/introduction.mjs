// Introduction: what stopped working, and what works instead.
import assert from 'node:assert/strict';
import { logInToWebConfig } from '../journeys/support/walks.mjs';
import { proves } from './proof.mjs';
import { journey, save } from './stage.mjs';

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
  await config.goto(new URL('PRESENTATION/ADVANCED/NW_EMAIL_BASIC/TOP', stage.ready.web_config).href);
  await config.locator('#method-SMTP_AUTH').check();
  await config.locator('#account').fill(printer.user);
  await config.locator('#auth-password').fill(printer.password);
  await config.locator('#sender').fill(printer.user);
  await config.locator('#smtp-host').fill('localhost');
  await config.locator('#smtp-port').fill(String(stage.ready.smtp.port));
  await config.locator('[name=INPUTR_SECURECONNECTION][value=STARTTLS]').check();
  await config.locator('#ok').click();
  await config.waitForLoadState();
  assert.equal((await stage.scan()).result, 'completed', 'while the tenant allows it');
  await proves('introduction.basic', language, async () => {
    const page = await stage.cloud('/exchange/settings/mail-flow');
    await page.locator('[name=basic_auth_off]').check();
    await save(page);
    assert.equal((await stage.scan()).failure.kind, 'authentication');
  });
});
