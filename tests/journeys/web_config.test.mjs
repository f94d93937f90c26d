// Web Config in a browser, whole: every page of the menu, wide and narrow, with and without a script, in both languages, and what people do
// to it that they should not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { follow, openBrowser, openPage } from './support/browser.mjs';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { logInToWebConfig } from './support/walks.mjs';

let browser, machine, operator;
before(async () => {
  browser = await openBrowser();
  machine = await Machine.start();
  operator = new Operator(machine.ready);
});
after(async () => {
  await browser?.close();
  await machine?.stop();
});

const address = (id, verb = 'TOP') => new URL(`PRESENTATION/ADVANCED/${id}/${verb}`, machine.ready.web_config).href;

/** Addresses of all pages that the tabs and their menus lead to. */
async function wholeMenu(page) {
  const links = (selector) => page.locator(selector).evaluateAll((found) => found.map((link) => link.href));
  const pages = [];
  for (const tab of await links('.categories a')) {
    await page.goto(tab);
    pages.push(...(await links('.menu a')));
  }
  return pages;
}

for (const [language, words] of [['en', ['Status', 'Scan/Copy', 'Network', 'Network Security', 'Product Security', 'Device Management']], ['zh-CN', ['状态', '扫描/复印', '网络', '网络安全', '产品安全', '设备管理']]]) {
  test(`every page is there, says where it is and fits wide and narrow windows (${language})`, async () => {
    const page = await openPage(browser, language);
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await page.goto(machine.ready.web_config);
    await page.waitForURL(/COMMON\/TOP/);
    assert.deepEqual(await page.locator('.categories a').allTextContents(), words.slice(0, 1), 'before the log-in there is the status alone');
    await logInToWebConfig(page, machine.ready);
    const tabs = await page.locator('.categories a').allTextContents();
    for (const word of words) assert.ok(tabs.includes(word), `${word} among ${tabs}`);
    const pages = await wholeMenu(page);
    assert.ok(pages.length > 15, `${pages.length} pages`);
    for (const one of pages) {
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(one);
        const place = await page.evaluate(() => ({
          title: document.querySelector('.header-main').textContent,
          current: document.querySelector('.menu [aria-current]')?.textContent,
          tooWide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          unnamed: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')].filter((field) => !field.labels?.length && !field.ariaLabel).map((field) => field.name),
        }));
        assert.ok(place.current && place.title.endsWith(place.current), `${one}: ${JSON.stringify(place)}`);
        assert.ok(place.tooWide <= 0, `${one} is ${place.tooWide} px too wide at ${width}`);
        assert.deepEqual(place.unnamed, [], `${one}: every field has a label`);
        assert.doesNotMatch(await page.locator('body').innerText(), /\b(webconfig|setting|info|value|audit|certificate)\.[a-z_]+/, `${one}: a text is missing`);
      }
    }
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
}

test('the keyboard alone does it: past the menus, into a form, and OK', async () => {
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  await page.goto(address('SYS_ENASAVE'));
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const tabTo = async (id) => {
    for (let i = 0; i < 12 && (await page.evaluate(() => document.activeElement.id)) !== id; ++i) await page.keyboard.press('Tab');
  };
  await tabTo('INPUTT_SLEEPTIMER');
  await page.keyboard.press('ArrowDown');
  await tabTo('ok');
  await page.keyboard.press('Enter');
  await page.locator('#message').waitFor();
  assert.equal((await operator.snapshot()).settings['sleep-timer'], '30');
  await page.context().close();
});

test('without a script everything still works', async () => {
  const page = await openPage(browser, 'en', { javaScriptEnabled: false });
  await logInToWebConfig(page, machine.ready);
  await page.goto(address('SYS_CONTROLPANEL'));
  await page.locator('#INPUTR_MUTE-ON').check();
  await page.locator('#ok').click();
  assert.match(await page.locator('#message').textContent(), /Setup complete/);
  await page.locator('#SEL_LANGA').selectOption('11');
  await follow(page.locator('.language button'));
  assert.match(await page.locator('body').innerText(), /控制面板/);
  await page.context().close();
});

test('two administrators: the later OK counts, and each page is taken once', async () => {
  const [kim, lee] = [await openPage(browser), await openPage(browser)];
  for (const page of [kim, lee]) {
    await logInToWebConfig(page, machine.ready);
    await page.goto(address('ADMIN_CTINFO'));
  }
  await kim.locator('#INPUTT_ADMINNAME').fill('Kim');
  await kim.locator('#ok').click();
  await kim.locator('#message').waitFor();
  await lee.locator('#INPUTT_ADMINNAME').fill('Lee');
  await lee.locator('#ok').click();
  await lee.locator('#message').waitFor();
  assert.equal((await operator.snapshot()).admin.contact_name, 'Lee');

  // Back, and OK once more: the page is no longer valid, and says so.
  await kim.goto(address('ADMIN_CTINFO'));
  const token = await kim.locator('#input_form [name=INPUTT_SETUPTOKEN]').inputValue();
  const send = () => kim.evaluate(([at, value]) => fetch(at, { method: 'POST', body: new URLSearchParams({ INPUTT_SETUPTOKEN: value, INPUTT_ADMINNAME: 'twice' }) }).then((answer) => answer.text()), [address('ADMIN_CTINFO', 'SET'), token]);
  const answers = [await send(), await send()];
  assert.match(answers[0], /Setup complete/);
  assert.match(answers[1], /no longer valid/);
  await kim.context().close();
  await lee.context().close();
});

test('pressing OK again and again sends one form', async () => {
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  await page.goto(address('ADMIN_CTINFO'));
  let sent = 0, pressed;
  const twice = new Promise((done) => { pressed = done; });
  await page.route(address('ADMIN_CTINFO', 'SET'), async (route) => {
    ++sent;
    await twice;  // the second press is on this page, not on the one that comes
    await route.continue();
  });
  await page.locator('#ok').scrollIntoViewIfNeeded();
  const { x, y, width, height } = await page.locator('#ok').boundingBox();
  await page.mouse.dblclick(x + width / 2, y + height / 2);
  pressed();
  await page.locator('#message').waitFor();
  assert.match(await page.locator('#message').textContent(), /Setup complete/);
  assert.equal(sent, 1);
  await page.context().close();
});

test('what is typed comes back as text, on every page that shows it', async () => {
  const page = await openPage(browser);
  let ran = false;
  page.on('dialog', (dialog) => { ran = true; void dialog.dismiss(); });
  await logInToWebConfig(page, machine.ready);
  const hostile = `"><img src=x onerror=alert(1)><script>alert(2)</script>{{token}}`;
  await page.goto(address('ADMIN_CTINFO'));
  await page.locator('#INPUTT_ADMINNAME').fill(hostile);
  await page.locator('#ok').click();
  await page.locator('#message').waitFor();
  for (const id of ['INFO_PRTINFO', 'ADMIN_CTINFO', 'ADMIN_AUDITLOG']) {
    await page.goto(address(id));
    assert.equal(await page.locator('img[src=x]').count(), 0, id);
  }
  await page.goto(address('INFO_PRTINFO'));
  assert.equal(await page.locator('#administrator-contact').textContent(), hostile);
  assert.equal(ran, false);
  await page.context().close();
});

test('an idle log-in ends after twenty minutes on the machine\'s clock, and closing half way changes nothing', async () => {
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  const before = (await operator.snapshot()).admin.contact_name;
  await page.goto(address('ADMIN_CTINFO'));
  await page.locator('#INPUTT_ADMINNAME').fill('half way');
  await operator.clock({ advance: '21m' });
  await page.locator('#ok').click();
  await page.locator('[name=INPUTT_PASSWORD]').waitFor();
  assert.equal((await operator.snapshot()).admin.contact_name, before);
  await page.locator('[name=INPUTT_PASSWORD]').fill(machine.ready.admin_password);
  await page.locator('[name=INPUTT_PASSWORD]').press('Enter');
  await page.waitForURL(/ADMIN_CTINFO/);
  await page.context().close();
});

test('the audit log tells what was done here', async () => {
  const page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
  await page.goto(address('ADMIN_AUDITLOG'));
  const rows = await page.locator('tbody tr').allInnerTexts();
  assert.ok(rows.some((row) => /Administrator\s.*127\.0\.0\.1\s.*Log-in\s.*Successful/.test(row)), rows.slice(0, 5).join('\n'));
  assert.ok(rows.some((row) => /Settings changed\s.*Administrator Name/.test(row)));
  await page.context().close();
});
