// npm selenium-webdriver, unmodified, walks the guide's journeys on the panel.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Builder, By, Key, until } from 'selenium-webdriver';
import { openBrowser, openPage } from './support/browser.mjs';
import { Machine, source } from './support/machine.mjs';
import { accountOf, approve, askForCode, logInToWebConfig, pressOk } from './support/walks.mjs';

let browser, machine, driver;
before(async () => {
  browser = await openBrowser();
  machine = await Machine.start();
});
after(async () => {
  await browser?.close();
  await machine?.stop();
});
afterEach(async () => {
  await driver?.quit();
  driver = undefined;
});

async function open(capabilities) {
  driver = await new Builder().usingServer(machine.ready.control).withCapabilities({ browserName: 'paneltwin', ...capabilities }).build();
  await driver.manage().setTimeouts({ implicit: 60_000 });
  return (await driver.getCapabilities()).get('paneltwin:ready');
}

async function tap(...ids) {
  for (const id of ids) await driver.findElement(By.id(id)).click();
}

async function scanTo(address) {
  await driver.executeScript('paneltwin: original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
  await driver.executeScript('paneltwin: key', { key: 'Home' });
  await tap('scan', 'scan-email');
  await driver.findElement(By.id('recipient')).sendKeys(address, Key.ENTER);
  await tap('send');
}

async function untilJobEnded(receipt) {
  return driver.wait(async () => {
    const jobs = await driver.executeScript('paneltwin: jobs');
    return jobs.find((job) => job.receipt === receipt && job.phase === 'ended');
  }, 60_000);
}

test('check the status on the panel', async () => {
  await open({ 'paneltwin:scenario': 'signed-in' });
  await tap('settings', 'general-settings', 'network-settings', 'network-status', 'email-server-status');
  const page = await driver.findElement(By.css('screen'));
  await driver.wait(until.elementTextContains(page, 'Signed in'), 60_000);
  const row = await driver.findElement(By.xpath('//row[@value="Signed in"]'));
  assert.equal(await row.isDisplayed(), true);
  assert.equal(await row.isEnabled(), true);
  assert.equal(await row.getAttribute('value'), 'Signed in');
  assert.equal(await row.getTagName(), 'row');
  assert.ok((await row.getRect()).width > 100);
  assert.match(Buffer.from(await driver.takeScreenshot(), 'base64').subarray(1, 4).toString(), /PNG/);
  await driver.navigate().back();
  assert.match(await driver.getCurrentUrl(), /network-status$/);
  await assert.rejects(row.getText(), { name: 'StaleElementReferenceError' });
});

test('sign in by Web Config, scan to e-mail, read the mail', async () => {
  const ready = await open({});
  const account = accountOf(ready);
  const page = await openPage(browser);
  await logInToWebConfig(page, ready);
  const { address, code } = await askForCode(page, ready);
  await approve(await openPage(browser), address, code, account);
  await driver.executeScript('paneltwin: clock', { run: 20 });
  await pressOk(page, account);
  await driver.executeScript('paneltwin: clock', { run: 1 });
  await scanTo(account.user);
  assert.equal((await untilJobEnded(1)).result, 'completed');
  const [mail] = await driver.executeScript('paneltwin: mails');
  assert.equal(mail.from, account.user);
  const source64 = await driver.executeScript(`paneltwin: mails/${mail.id}.eml`);
  assert.match(Buffer.from(source64, 'base64').toString('latin1'), /application\/pdf/);
});

for (const [scenario, code, advance] of [['never-signed-in', 360], ['signed-in', 361, '91d']]) {
  test(`${code}: told when the job fails, and in its details`, async () => {
    await open({ 'paneltwin:scenario': scenario, 'paneltwin:model': 'compact' });
    if (advance) await driver.executeScript('paneltwin: clock', { advance });
    await scanTo('maria.santos@contoso.example');
    await untilJobEnded(1);
    const dialog = await driver.wait(until.alertIsPresent(), 60_000);
    assert.ok((await dialog.getText()).length > 20);
    await dialog.accept();
    await driver.executeScript('paneltwin: key', { key: 'Home' });
    await tap('job-status', 'job-status-tab', 'job-1');
    assert.ok((await driver.findElement(By.css(':root, screen')).getText()).includes(String(code)));
  });
}

test('actions: a finger drags a list, a key takes the way home', async () => {
  await open({ 'paneltwin:model': 'compact' });
  await tap('settings', 'general-settings', 'basic-settings');
  const list = await driver.findElement(By.css('list'));
  const row = await driver.findElement(By.css('list > :first-child'));
  const before = await row.getRect();
  await driver.actions().move({ origin: list, y: 100 }).press().move({ origin: list, y: -60, duration: 100 }).release().perform();
  assert.ok((await row.getRect()).y < before.y - 50, 'scrolled');
  await driver.actions().sendKeys(Key.HOME).perform();
  assert.match(await driver.getCurrentUrl(), /home$/);
});
