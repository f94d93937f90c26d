// Enable SMTP AUTH in Exchange Online: the switches of an organisation that had them all off.
import assert from 'node:assert/strict';
import { proves } from './proof.mjs';
import { journey, save } from './stage.mjs';

async function setDefaults(stage, value) {
  const page = await stage.cloud('/entra/properties');
  await page.locator('section.pane details summary').click();
  await page.locator(`[name=security_defaults][value=${value}]`).check();
  await save(page);
}

async function setOrganization(stage, off) {
  const page = await stage.cloud('/exchange/settings/mail-flow');
  await page.locator('[name=smtp_auth_off]').setChecked(off);
  await save(page);
}

async function setMailbox(stage, value) {
  const page = await stage.cloud('/admin/users');
  await page.getByRole('link', { name: 'Robin Adler' }).click();
  await page.locator(`[name=smtp_auth][value=${value}]`).check();
  await save(page);
}

journey('enable SMTP AUTH: security defaults, organisation, mailbox', { scenario: 'signed-in' }, async (stage, language) => {
  await setOrganization(stage, true);
  await setDefaults(stage, 'on');
  assert.equal((await stage.scan()).result, 'failed', 'as the tenant was');

  await proves('smtp-auth.defaults', language, async () => {
    await setMailbox(stage, 'on');
    assert.equal((await stage.scan()).result, 'failed', 'security defaults stop every mailbox');
    await setDefaults(stage, 'off');
    assert.equal((await stage.scan()).result, 'completed', 'and nothing else did');
  });
  await setMailbox(stage, 'follow');
  assert.equal((await stage.scan()).result, 'failed', 'it follows the organisation, where SMTP AUTH is off');

  await proves('smtp-auth.mailbox', language, async () => {
    await setMailbox(stage, 'on');
    assert.equal((await stage.scan()).result, 'completed', "the mailbox's own setting wins");
    await setMailbox(stage, 'follow');
  });
  assert.equal((await stage.scan()).result, 'failed', 'without it, the organisation counts again');
  await proves('smtp-auth.organization', language, async () => {
    await setOrganization(stage, false);
    assert.equal((await stage.scan()).result, 'completed');
  });
});
