// What Web Config and the panel share: contacts, seen and changed from both sides and through files, and the port for memory devices.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { logInToWebConfig } from './support/walks.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-registers-'));
let browser, machine, operator, page;
before(async () => {
  browser = await openBrowser();
  machine = await Machine.start();
  operator = new Operator(machine.ready);
  page = await openPage(browser);
  await logInToWebConfig(page, machine.ready);
});
after(async () => {
  await browser?.close();
  await machine?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const address = (id, verb = 'TOP') => new URL(`PRESENTATION/ADVANCED/${id}/${verb}`, machine.ready.web_config).href;
const setUp = async () => assert.match(await page.locator('#message').textContent(), /Setup complete/);

test('a contact of Web Config is the panel\'s, and a group has it as a member', async () => {
  await page.goto(address('SCAN_CONTACTS'));
  await page.locator('#add').click();
  assert.equal(await page.locator('#INPUTT_LOCATION').isVisible(), false, 'an e-mail contact has no location');
  await page.locator('#INPUTT_CONTACTNAME').fill('Maria Santos');
  await page.locator('#INPUTT_EMAIL').fill('maria.santos@contoso.example');
  await page.locator('#INPUTC_FREQUENT').check();
  await page.locator('#ok').click();
  await setUp();
  await page.goto(address('SCAN_CONTACTS'));
  await page.locator('#add').click();
  await page.locator('#INPUTR_CONTACTTYPE-FOLDER').check();
  assert.equal(await page.locator('#INPUTT_EMAIL').isVisible(), false);
  await page.locator('#INPUTT_CONTACTNAME').fill('Invoices');
  await page.locator('#INPUTT_LOCATION').fill('\\\\files\\invoices');
  await page.locator('#ok').click();
  await setUp();
  await page.goto(address('SCAN_CONTACTS'));
  await page.locator('#add-group').click();
  await page.locator('#INPUTT_CONTACTNAME').fill('Everybody');
  await page.getByLabel('Maria Santos').check();
  await page.locator('#ok').click();
  await setUp();

  await operator.key('Home');
  await operator.tap('contacts-manager');
  for (const shown of ['Maria Santos', '\\\\files\\invoices', 'Everybody', '1 member']) await operator.untilOnGlass(shown);
  await operator.tap('contact-1', 'name');
  await operator.type(' Lima');
  await operator.key('Enter');
  await operator.tap('ok');
  await operator.until(() => operator.snapshot(), (state) => state.contacts[0].name.includes('Lima'), 'the name');
  await page.goto(address('SCAN_CONTACTS') + '?search=lima');
  assert.equal(await page.locator('tbody tr').count(), 1);
});

test('a file of contacts goes out, comes in, and its bad rows are named', async () => {
  await page.goto(address('SCAN_CONTACTS_FILE'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#export').click()]);
  const out = path.join(folder, 'contacts.csv');
  await download.saveAs(out);
  const file = readFileSync(out, 'utf8') + '"","email","no","Nobody","","no","nobody","","","",""\r\n"","email","no","Adele","","no","adele@contoso.example","","","",""\r\n';
  await page.locator('#INPUTF_CONTACTFILE').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.locator('#ok').click();
  await page.locator('#outcome').waitFor();
  assert.match(await page.locator('#outcome').innerText(), /4 of 5 contacts were imported/);
  assert.deepEqual(await page.locator('#bad-rows li').allInnerTexts(), ['Line 5: Address: The value is not valid.']);
  assert.deepEqual((await operator.snapshot()).contacts.map((one) => one.name).sort(), ['Adele', 'Everybody', 'Invoices', 'Maria Santos Lima']);
  await page.goto(address('ADMIN_AUDITLOG'));
  assert.match(await page.locator('tbody tr').first().innerText(), /Contacts imported\s.*Successful/);
});

test('with the external interface disabled no memory device is there, and the panel says why', async () => {
  const stick = path.join(folder, 'stick');
  mkdirSync(stick);
  copyFileSync(path.join(source, 'assets/originals/invoice.pdf'), path.join(stick, 'letter.pdf'));
  await operator.post('memory-device', { path: stick });
  await operator.key('Home');
  await operator.tap('memory-device', 'memory-print');
  await operator.untilOnGlass('letter.pdf');
  const choose = async (value) => {
    await page.goto(address('SEC_EXTERNALIF'));
    await page.locator(`#INPUTR_MEMORYDEVICE-${value}`).check();
    await page.locator('#ok').click();
    await setUp();
  };
  await choose('OFF');
  await operator.untilOnGlass('disabled by the administrator');
  assert.equal((await operator.snapshot()).memory_device, null);
  await choose('ON');
  await operator.untilOnGlass('letter.pdf');
});
