// Two networks: each with its own mail server, OAuth2 on the standard one alone, and mail on the one that is chosen.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine, otherGlass } from './support/machine.mjs';
import { openMailServer, wholeOf } from './support/mail_server.mjs';
import { Operator } from './support/operator.mjs';
import { accountOf, logInToWebConfig } from './support/walks.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

const at = (ready, page) => new URL(`PRESENTATION/ADVANCED/${page}/TOP`, ready.web_config).href;

for (const [model, language] of [['office-board', 'en'], ['small-board', 'zh-CN']]) {
  test(`the additional network has its own mail server and no OAuth2 (${model}, ${language})`, async () => {
    const mails = [], peers = [];
    const server = await openMailServer(async (stream, done) => { mails.push(await wholeOf(stream)); done(); },
                                        { authOptional: true, onConnect: ({ remoteAddress }, done) => { peers.push(remoteAddress); done(); } });
    const machine = await Machine.start({ arguments: [...otherGlass, '--model', model, '--language', language, '--scenario', 'signed-in'] });
    const operator = new Operator(machine.ready);
    const page = await openPage(browser, language);
    await logInToWebConfig(page, machine.ready);

    await page.goto(at(machine.ready, 'NW_EMAIL_BASIC'));
    assert.equal(await page.locator('#method-OAUTH2').count(), 1);
    await page.goto(at(machine.ready, 'NW2_EMAIL_BASIC'));
    assert.equal(await page.locator('#method-OAUTH2').count(), 0);
    assert.match(await page.locator('#no-oauth2').innerText(), language === 'en' ? /do not support OAuth 2\.0/ : /不支持OAuth 2\.0/);
    await page.locator('#method-SMTP_AUTH').check();
    await page.locator('#sender').fill('factory@lab.example');
    await page.locator('#smtp-host').fill('127.0.0.1');
    await page.locator('#smtp-port').fill(String(server.port));
    await page.locator('#ok').click();
    await page.locator('#message.good').waitFor();

    // On the standard one at first; then on the additional one, from its own address.
    await operator.scanTo(accountOf(machine.ready).user);
    assert.equal((await operator.untilJobEnded(1)).from, accountOf(machine.ready).user);
    await page.goto(at(machine.ready, 'NW_EMAIL_NETWORK'));
    await page.locator('[name=INPUTR_MAILNETWORK][value=ADDITIONAL]').check();
    await page.locator('#ok').click();
    await page.locator('#message.good').waitFor();
    await operator.scanTo('someone@lab.example');
    const job = await operator.untilJobEnded(2);
    assert.equal(job.result, 'completed', JSON.stringify(job));
    assert.equal(job.from, 'factory@lab.example');
    assert.equal(mails.length, 1);
    assert.deepEqual(peers, ['127.0.0.2']);

    // The panel shows both.
    await operator.key('Home');
    await operator.tap('settings', 'general-settings', 'network-settings', 'network-status', 'additional-network-status');
    await operator.untilOnGlass('127.0.0.2');
    await operator.tap('back', 'additional-email-server-status');
    await operator.untilOnGlass('factory@lab.example');

    // Its cable out: 313 on this one, and the standard one goes on.
    await operator.faults({ 'additional-network': 'fail' });
    await operator.scanTo('someone@lab.example');
    assert.equal((await operator.untilJobEnded(3)).code, 313);
    await page.goto(at(machine.ready, 'NW_EMAIL_NETWORK'));
    await page.locator('[name=INPUTR_MAILNETWORK][value=STANDARD]').check();
    await follow(page.locator('#ok'));
    await operator.scanTo(accountOf(machine.ready).user);
    assert.equal((await operator.untilJobEnded(4)).result, 'completed');
    await machine.stop();
    await server.close();
  });
}
