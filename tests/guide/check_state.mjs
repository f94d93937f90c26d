// Check the state of OAuth 2.0 authentication: on the panel, and on paper.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../journeys/support/peer.mjs';
import { proves } from './proof.mjs';
import { journey } from './stage.mjs';

async function textOf(pdf) {
  const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-guide-'));
  try {
    writeFileSync(path.join(folder, 'sheet.pdf'), pdf);
    return (await run('pdftotext', ['-layout', path.join(folder, 'sheet.pdf'), '-'])).text;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

journey('check the state: behind the lock, on the panel, on paper', { scenario: 'signed-in' }, async (stage, language) => {
  const { operator, words, ready, administrator } = stage;
  // The administrator locks the settings, and logs out.
  await operator.tap('settings', 'general-settings', 'system-administration', 'security-settings', 'admin-settings', 'lock-setting', 'on');
  await operator.type(ready.admin_password);
  await operator.key('Enter');
  await operator.until(() => operator.snapshot(), (state) => state.admin.lock_setting, 'Lock Setting on');
  await operator.key('Home');
  await operator.tap('lock', 'yes');
  await operator.until(() => operator.snapshot(), (state) => !state.admin.panel_logged_in, 'the administrator gone');
  await proves('check.lock', language, async () => {
    await operator.tap('lock');
    await operator.type(ready.admin_password);
    await operator.key('Enter');
    await operator.until(() => operator.snapshot(), (state) => state.admin.panel_logged_in, 'the administrator at the panel');
  });
  await proves('check.panel', language, async () => {
    await operator.key('Home');
    await operator.tap(...words.settings, words.emailServerStatus);
    for (const shown of ['OAuth2', 'Microsoft Exchange Online', words.signedIn, administrator.user]) await operator.untilOnGlass(shown);
  });
  await proves('check.sheet', language, async () => {
    await operator.key('Home');
    await operator.tap(...words.settings, words.statusSheet);
    await operator.untilOnGlass('A4');
    await operator.tap('print');
    const job = await operator.untilJobEnded(1);
    assert.equal(job.result, 'completed');
  });
  await proves('check.paper', language, async () => {
    const [sheet] = await operator.until(() => operator.get('tray'), (sheets) => sheets.length > 0, 'the sheet');
    const text = await textOf(await operator.get(`tray/${encodeURIComponent(sheet.name ?? sheet)}`));
    for (const printed of [new URL(ready.web_config).hostname, 'OAuth2', 'Microsoft Exchange Online', administrator.user]) {
      assert.ok(text.includes(printed), `${printed} in ${text}`);
    }
  });
});
