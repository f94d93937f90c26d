// Fax server OAuth 2.0 support: its own settings and sign-in in Web Config, and a fax that leaves as e-mail.
import assert from 'node:assert/strict';
import { follow } from '../journeys/support/browser.mjs';
import { otherGlass } from '../journeys/support/machine.mjs';
import { approve, askForCode, logInToWebConfig, pressOk } from '../journeys/support/walks.mjs';
import { proves } from './proof.mjs';
import { addressOf, journey } from './stage.mjs';

journey('fax server: OAuth2, and a fax through it', {}, async (stage, language) => {
  const { operator, words, ready, administrator } = stage;
  const config = await stage.page();
  await logInToWebConfig(config, ready);
  await config.goto(addressOf(ready, 'FAX_SERVER_BASIC'));
  await config.locator('[name=INPUTR_USEFAXSERVER][value=ENABLE]').check();
  await config.locator('[name=INPUTT_FAXDOMAIN]').fill('fax.example');
  await follow(config.locator('#ok'));
  await proves('fax.set', language, async () => {
    await follow(config.getByRole('link', { name: words.fax, exact: true }).first());
    await follow(config.getByRole('link', { name: words.emailServerSettings, exact: true }));
    const title = await config.locator('.header-main').innerText();
    assert.ok(title.includes(words.faxServer) && title.includes(words.emailServerSettings), title);
    const { address, code } = await askForCode(config, ready, 'FAX_SERVER_EMAIL');
    await approve(await stage.page(), address, code, administrator);
    await operator.clock({ run: 20 });
    await pressOk(config, administrator);
    await operator.clock({ run: 1 });
    assert.equal((await operator.snapshot()).fax_server.email.stored.method, 'oauth2');
  });
  await proves('fax.send', language, async () => {
    await operator.post('original', { path: stage.original, at: 'feeder' });
    await operator.tap('fax', 'recipient');
    for (const digit of '0312345678') await operator.tap(`key-${digit}`);
    await operator.tap('ok', 'send');
    const jobs = await operator.until(() => operator.jobs(), (list) => list.some((job) => job.type === 'fax' && job.phase === 'ended'), 'the fax');
    assert.equal(jobs.find((job) => job.type === 'fax').result, 'completed');
    const [mail] = await operator.mails();
    assert.deepEqual(mail.to, ['0312345678@fax.example']);
    assert.equal(mail.from, administrator.user);
  });
});

journey('fax server: a model without it', { models: { en: 'large-no-fax', 'zh-CN': 'no-fax' }, given: otherGlass }, async (stage, language) => {
  const config = await stage.page();
  await logInToWebConfig(config, stage.ready);
  await proves('fax.models', language, async () => {
    assert.equal(await config.getByRole('link', { name: stage.words.fax, exact: true }).count(), 0, 'no tab');
    assert.equal((await config.goto(addressOf(stage.ready, 'FAX_SERVER_EMAIL'))).status(), 404, 'no page');
    assert.equal(await stage.operator.shows('fax'), false, 'no tile');
  });
});
