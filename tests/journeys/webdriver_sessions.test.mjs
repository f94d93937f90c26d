// WebDriver sessions: each has a machine of its own, none sees another's; and what the control port refuses.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { RawSession, send } from './support/webdriver.mjs';

let machine;
before(async () => { machine = await Machine.start(); });
after(async () => { await machine?.stop(); });
const base = () => machine.ready.control;

test('two at once: screens, clocks, faults, jobs, mails, trays, passwords and ports are each their own', async () => {
  const asked = { 'paneltwin:scenario': 'signed-in' };
  const [one, other] = await Promise.all([RawSession.open(base(), { ...asked, 'paneltwin:model': 'large' }), RawSession.open(base(), { ...asked, 'paneltwin:model': 'compact' })]);
  const [first, second, served] = [one.ready, other.ready, machine.ready].map((ready) => new Operator(ready));
  for (const name of ['web_config', 'cloud', 'control', 'ca']) assert.equal(new Set([one.ready[name], other.ready[name], machine.ready[name]]).size, 3, name);
  assert.notEqual(one.ready.tenant.id, other.ready.tenant.id);

  await first.clock({ advance: '10d' });
  await first.faults({ network: 'fail' });
  assert.ok(Date.parse((await second.get('clock')).now) < Date.parse((await first.get('clock')).now) - 8 * 86_400_000);
  assert.equal((await second.get('faults')).network, 'ok');
  assert.equal((await served.get('faults')).network, 'ok');
  await first.faults({});

  // Both send a mail at the same time; each finds its own alone.
  const account = one.ready.tenant.accounts[0].user;
  await Promise.all([first, second].map(async (operator) => {
    await operator.key('Home');
    await operator.post('original', { path: path.join(source, 'assets/originals/invoice.pdf'), at: 'feeder' });
    await operator.scanTo(account);
    assert.equal((await operator.untilJobEnded(1)).result, 'completed');
    await operator.key('Home');
  }));
  await first.tap('settings', 'print-status-sheet', 'network-sheet', 'print');
  await first.until(() => first.get('tray'), (list) => list.length === 1, 'a sheet');
  assert.equal((await first.mails()).length, 1);
  assert.equal((await second.mails()).length, 1);
  assert.equal((await served.mails()).length, 0);
  assert.notEqual((await first.mails())[0].message_id, (await second.mails())[0].message_id);
  assert.deepEqual(await second.get('tray'), []);
  assert.deepEqual(await served.get('jobs'), []);
  assert.equal((await second.jobs()).length, 1);

  // What one's glass shows, the other's does not; and ids of one mean nothing in the other.
  assert.equal(await other.value('GET', '/url'), 'paneltwin://screen/home');
  assert.equal(await one.value('GET', '/window/rect').then((rect) => rect.width), 1024);
  assert.equal(await other.value('GET', '/window/rect').then((rect) => rect.width), 800);

  const folder = path.dirname(one.ready.ca);
  assert.ok(existsSync(folder));
  await one.end();
  assert.ok(!existsSync(folder), 'its folder is gone');
  assert.equal(await other.value('GET', '/url'), 'paneltwin://screen/home');
  await other.end();
});

test('an idle session ends by itself', async () => {
  const session = await RawSession.open(base(), { 'paneltwin:idleTimeout': 1 });
  const giveUp = Date.now() + 120_000;
  for (;;) {
    const { message } = (await send(base(), 'GET', '/status')).value;
    if (message.startsWith('0 of')) break;
    assert.ok(Date.now() < giveUp, message);
    await new Promise((later) => { setTimeout(later, 100); });
  }
  assert.equal((await session.call('GET', '/url')).value.error, 'invalid session id');
});

test('sessions that are open when the program ends leave nothing behind', async () => {
  const other = await Machine.start();
  const session = await RawSession.open(other.ready.control);
  await RawSession.open(other.ready.control);
  const folder = path.dirname(session.ready.ca);
  // A command that waits is answered, not forgotten.
  await session.value('POST', '/timeouts', { implicit: 60_000 });
  const waiting = session.call('POST', '/element', { using: 'css selector', value: '#never' }).catch((error) => error);
  await session.value('GET', '/paneltwin/tree').catch(() => {});
  await other.stop();
  await waiting;
  assert.ok(!existsSync(folder));
  assert.deepEqual(readdirSync(path.dirname(folder)).filter((name) => name === path.basename(folder)), []);
});

test('there is a limit, and a place becomes free', async () => {
  const other = await Machine.start();
  const open = [];
  for (let i = 0; i < 16; ++i) open.push(await RawSession.open(other.ready.control, { 'paneltwin:model': 'compact' }));
  assert.equal((await send(other.ready.control, 'GET', '/status')).value.ready, false);
  const refused = await send(other.ready.control, 'POST', '/session', { capabilities: {} });
  assert.deepEqual([refused.status, refused.value.error], [500, 'session not created']);
  await open.pop().end();
  open.push(await RawSession.open(other.ready.control));
  await Promise.all(open.map((session) => session.end()));
  await other.stop();
});

for (const [what, headers, status] of [
  ['a foreign Host', { Host: 'evil.example' }, 400],
  ['a foreign Origin', { Origin: 'https://evil.example' }, 403],
  ['an opaque Origin', { Origin: 'null' }, 403],
  ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
]) {
  test(`${what} opens no session, and reaches none`, async () => {
    const session = await RawSession.open(base());
    for (const [method, address, body] of [['POST', '/session', { capabilities: {} }], ['GET', `/session/${session.id}/url`], ['GET', '/status'], ['DELETE', `/session/${session.id}`]]) {
      assert.equal((await send(base(), method, address, body, headers)).status, status, address);
    }
    assert.equal(await session.value('GET', '/url'), 'paneltwin://screen/home');
    await session.end();
  });
}

test('bodies: huge, cut short, deep, of wrong bytes', async () => {
  const session = await RawSession.open(base());
  assert.equal((await session.call('POST', '/url', JSON.stringify({ url: 'x'.repeat(1 << 20) }))).status, 413);
  for (const body of ['{"url":', '['.repeat(100_000), '{"url": "\\ud800"}', Buffer.from([0x7b, 0xff, 0xfe]), 'null', '"text"', '{"a":'.repeat(200)]) {
    assert.equal((await session.call('POST', '/url', body)).value?.error, 'invalid argument', String(body).slice(0, 40));
  }
  for (const selector of [':not('.repeat(5000), '*'.repeat(20_000), '[a="' + 'x'.repeat(100_000), '#a,'.repeat(20_000)]) {
    assert.equal((await session.call('POST', '/elements', { using: 'css selector', value: selector })).value?.error, 'invalid selector', selector.slice(0, 20));
  }
  assert.equal((await session.call('POST', '/elements', { using: 'xpath', value: '('.repeat(20_000) })).value?.error, 'invalid selector');
  assert.equal(await session.value('GET', '/url'), 'paneltwin://screen/home', 'and works on');
  await session.end();
});

test('beyond loopback it wants its token, as Bearer or as password', async () => {
  const open = await Machine.start({ arguments: ['--listen', '0.0.0.0'] });
  const there = open.ready.control.replace('0.0.0.0', '127.0.0.1'), token = open.ready.control_token;
  const basic = (password) => ({ Authorization: `Basic ${Buffer.from(`any:${password}`).toString('base64')}` });
  for (const headers of [{}, { Authorization: 'Bearer wrong' }, basic('wrong'), { Authorization: 'Basic ' }, { Authorization: 'Basic !' }]) {
    assert.equal((await send(there, 'GET', '/status', undefined, headers)).status, 401);
    assert.equal((await send(there, 'POST', '/session', { capabilities: {} }, headers)).status, 401);
  }
  for (const headers of [{ Authorization: `Bearer ${token}` }, basic(token)]) assert.equal((await send(there, 'GET', '/status', undefined, headers)).status, 200);
  await open.stop();
});
