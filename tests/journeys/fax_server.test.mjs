// The guide's "Fax server OAuth 2.0 support": the fax server's own sign-in in Web Config, a fax from the panel, the mail
// that reaches the provider; and models without any of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine, otherGlass, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { attachmentOf, tiffPages } from './support/tiff.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk } from './support/walks.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

const at = (ready, page) => new URL(`PRESENTATION/ADVANCED/${page}/TOP`, ready.web_config).href;

for (const [model, language] of [['large', 'en'], ['compact', 'zh-CN']]) {
  test(`a fax through the fax server (${model}, ${language})`, async () => {
    const machine = await Machine.start({ arguments: ['--model', model, '--language', language] });
    const operator = new Operator(machine.ready);
    const account = accountOf(machine.ready);
    await operator.post('original', { path: `${source}/assets/originals/invoice.pdf`, at: 'feeder' });

    // Before it is set up the panel says so.
    await operator.tap('fax', 'recipient');
    await operator.tap('key-0', 'key-3', 'key-1', 'key-2', 'ok', 'send');
    await operator.untilOnGlass(language === 'en' ? 'fax server is not set up' : '未设置传真服务器');
    await operator.tap('ok');
    await operator.key('Home');

    // Web Config > Fax > Fax Server: Basic, then Email Server Settings with OAuth2.
    const page = await openPage(browser, language);
    await logInToWebConfig(page, machine.ready);
    await page.goto(at(machine.ready, 'FAX_SERVER_BASIC'));
    assert.ok(await page.locator('nav.categories').getByText(language === 'en' ? 'Fax' : '传真', { exact: true }).count());
    await page.locator('[name=INPUTR_USEFAXSERVER][value=ENABLE]').check();
    await page.locator('[name=INPUTT_FAXDOMAIN]').fill('no domain');
    await page.locator('#ok').click();
    await page.locator('#problem').waitFor();
    await page.locator('[name=INPUTT_FAXDOMAIN]').fill('fax.example');
    await follow(page.locator('#ok'));
    const { address, code } = await askForCode(page, machine.ready, 'FAX_SERVER_EMAIL');
    const person = await openPage(browser, language);
    await approve(person, address, code, account);
    await operator.clock({ run: 20 });
    await pressOk(page, account);
    await operator.clock({ run: 1 });
    const { fax_server: fax, email } = await operator.snapshot();
    assert.equal(fax.domain, 'fax.example');
    assert.equal(fax.email.sign_in.account, account.user);
    assert.equal(email.sign_in, null, 'the device itself is not signed in');

    // Connection Test of this server.
    await page.goto(at(machine.ready, 'FAX_SERVER_TEST'));
    await page.locator('#start').click();
    await page.locator('#message.good').waitFor();

    // Fax on the panel.
    await operator.tap('fax', 'recipient');
    for (const digit of '0312345678') await operator.tap(`key-${digit}`);
    await operator.tap('ok', 'fax-settings-tab', 'fax-resolution', 'fine', 'send');
    const jobs = await operator.until(() => operator.jobs(), (list) => list.some((job) => job.type === 'fax' && job.phase === 'ended'), 'the fax');
    const job = jobs.find((one) => one.type === 'fax');
    assert.equal(job.result, 'completed', JSON.stringify(job));
    assert.deepEqual(job.destinations, ['0312345678']);
    const [mail] = await operator.mails();
    assert.deepEqual(mail.to, ['0312345678@fax.example']);
    assert.equal(mail.from, account.user);
    const tiff = attachmentOf(await operator.get(`mails/${mail.id}.eml`), 'image/tiff');
    assert.ok(tiff, 'a TIFF is attached');
    const pages = tiffPages(tiff);
    assert.equal(pages.length, 2);
    for (const one of pages) assert.deepEqual({ ...one, height: 0 }, { width: 1728, height: 0, bits: 1, compression: 4, across: 204, down: 196 });

    // Job/Status and the recent numbers.
    await operator.tap('job-status');
    await operator.untilOnGlass(language === 'en' ? 'Fax' : '传真');
    await operator.key('Home');
    await operator.tap('fax');
    await operator.untilOnGlass('0312345678');

    // Unused for 91 days: 361, and the fax is not lost from the log.
    await operator.clock({ advance: '91d' });
    await operator.key('Home');  // it sleeps
    await operator.tap('fax', 'recent-1', 'send');
    const late = await operator.until(() => operator.jobs(), (list) => list.some((one) => one.code === 361), 'code 361');
    assert.equal(late.find((one) => one.code === 361).type, 'fax');
    await machine.stop();
  });
}

for (const model of ['no-fax', 'large-no-fax']) {
  test(`a model without a fax has no tab, no page and no tile (${model})`, async () => {
    const machine = await Machine.start({ arguments: [...otherGlass, '--model', model] });
    const operator = new Operator(machine.ready);
    assert.equal(await operator.shows('fax'), false);
    assert.equal(await operator.shows('scan'), true);
    const page = await openPage(browser, 'en');
    await logInToWebConfig(page, machine.ready);
    assert.equal(await page.locator('nav.categories').getByText('Fax', { exact: true }).count(), 0);
    assert.equal((await page.goto(at(machine.ready, 'FAX_SERVER_EMAIL'))).status(), 404);

    // Nor has it users: no log-in on the glass, no pages, no card that does anything.
    assert.equal(await operator.shows('user-log-in'), false);
    assert.equal((await page.goto(at(machine.ready, 'SEC_EPA_USERS'))).status(), 404);
    await operator.post('card', { id: '04AD3110' });
    assert.equal(await operator.shows('scan'), true, 'the home screen is as it was');
    await machine.stop();
  });
}
