// The operator's side: what each address does, and what it says to requests that are wrong, huge or somebody else's.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Machine, source } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';

let machine, operator;
before(async () => {
  machine = await Machine.start({ arguments: ['--scenario', 'signed-in'] });
  operator = new Operator(machine.ready);
});
after(async () => { await machine?.stop(); });

/** A request with headers that fetch would not send. */
function raw(method, address, { headers = {}, body } = {}, base = machine.ready.control) {
  return new Promise((answered, failed) => {
    const sent = request(new URL(address, base), { method, headers }, (response) => {
      let text = '';
      response.on('data', (piece) => (text += piece)).on('end', () => answered({ status: response.statusCode, text }));
    });
    sent.on('error', failed);
    sent.end(body);
  });
}

test('the tree tells what is on the glass, with whole rectangles', async () => {
  const tree = await operator.tree();
  assert.deepEqual(tree.rectangle, { x: 0, y: 0, width: 1024, height: 600 });
  const text = (await raw('GET', '/paneltwin/tree')).text;
  assert.doesNotMatch(text, /:[-\d.]+E/, 'plain numbers');
});

test('a screenshot is a picture of the glass', async () => {
  const png = await operator.get('screenshot.png');
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG');
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1024, 600]);
});

test('fingers: tap by id and by words, swipe, type, key', async () => {
  await operator.key('Home');
  await operator.tap('Scan', 'scan-email', 'recipient');
  await operator.type('wei.lin@contoso.example');
  assert.ok((await operator.words()).includes('wei.lin@contoso.example'));
  await operator.key('Enter');
  await operator.post('swipe', { direction: 'up' });
  await operator.key('Home');
  assert.ok(await operator.shows('home-screen'));
});

test('what is to be heard is told with its pattern and volume', async () => {
  await operator.key('Home');
  await operator.tap('sound-icon');
  const { sounds } = await operator.get('sounds');
  const { at, ...sound } = sounds.at(-1);
  assert.deepEqual(sound, { event: 'click', pattern: 1, volume: 5 });
  assert.match(at, /^\d{4}-\d\d-\d\dT/);
  await operator.key('Home');
});

test('a PIN is entered at an access point while the panel waits for one', async () => {
  const enter = (body) => raw('POST', '/paneltwin/wifi-pin', { body: JSON.stringify(body) });
  assert.equal((await enter({ ssid: 'Contoso-Guest', pin: '12345670' })).status, 404, 'nobody waits');
  await operator.tap('settings', 'general-settings', 'network-settings', 'wifi-setup', 'wifi-others', 'wifi-pin', 'start');
  await operator.until(() => operator.shows('pin'), Boolean, 'the PIN');
  assert.equal((await enter({ ssid: 'Contoso-Guest', pin: '12345671' })).status, 400, 'its check digit is wrong');
  assert.equal((await enter({ ssid: 'Nobody' })).status, 404);
  await operator.clock({ run: 60 });
  assert.equal((await enter({ ssid: 'Contoso-Guest' })).status, 200);
  await operator.clock({ run: 1 });
  assert.equal((await operator.snapshot()).wifi.network.ssid, 'Contoso-Guest');
  await operator.key('Home');
});

test('the clock stands, jumps and runs', async () => {
  const begun = await operator.clock({ stand: true });
  assert.equal(begun.rate, 0);
  const later = await operator.clock({ advance: '91d' });
  assert.equal(Date.parse(later.now) - Date.parse(begun.now), 91 * 86_400_000);
  assert.equal((await operator.clock({ run: 60 })).rate, 60);
  assert.equal((await operator.clock({ set: '2026-11-23T09:30:00Z', stand: true })).now.slice(0, 19), '2026-11-23T09:30:00');
  await operator.clock({ run: 1 });
});

test('faults stay as they are set, and {} clears them', async () => {
  assert.equal((await operator.faults({ dns: 'fail' })).dns, 'fail');
  assert.deepEqual(Object.values(await operator.faults({ tls: 'fail' })).filter((value) => value === 'fail').length, 2);
  assert.deepEqual(new Set(Object.values(await operator.faults({}))), new Set(['ok']));
});

test('a sheet that was printed lies in the tray', async () => {
  await operator.key('Home');
  await operator.tap('settings', 'print-status-sheet', 'network-sheet', 'print');
  const sheets = await operator.until(() => operator.get('tray'), (list) => list.length > 0, 'a sheet');
  const pdf = await operator.get(`tray/${sheets[0].name ?? sheets[0]}`);
  assert.equal(pdf.subarray(0, 5).toString('latin1'), '%PDF-');
});

test('conditions are changed by name, and a wrong one is refused', async () => {
  const conditions = await operator.post('conditions', { black: 5, 'cassette-1': 12, 'paper-jam': true });
  assert.equal(conditions.supplies.black, 5);
  assert.equal(conditions.paper['cassette-1'].sheets, 12);
  assert.deepEqual((await operator.snapshot()).device_errors, ['paper_jam']);
  await operator.post('conditions', { black: 90, 'paper-jam': false });
  for (const wrong of [{ black: 101 }, { 'cassette-9': 1 }, { 'paper-jam': 'yes' }, { tea: 1 }]) {
    await assert.rejects(operator.post('conditions', wrong), /400/);
  }
});

test('secrets are in no answer', async () => {
  const secrets = [machine.ready.admin_password, ...machine.ready.tenant.accounts.map((account) => account.password)];
  for (const address of ['snapshot', 'tree', 'jobs', 'mails', 'tray']) {
    const { text } = await raw('GET', `/paneltwin/${address}`);
    for (const secret of secrets) assert.ok(!text.includes(secret), address);
    assert.doesNotMatch(text, /eyJ[A-Za-z0-9_-]{20}|refresh_token|device_code/, address);
  }
});

for (const [what, method, address, body, status, words] of [
  ['no JSON', 'POST', 'tap', '{', 400, 'no JSON'],
  ['no object', 'POST', 'tap', '[]', 400, 'no JSON object'],
  ['an unknown member', 'POST', 'tap', '{"off": "x"}', 400, "'off'"],
  ['a wrong type', 'POST', 'tap', '{"on": 1}', 400, "'on'"],
  ['deep JSON', 'POST', 'tap', '['.repeat(100_000), 400, 'no JSON'],
  ['a node that is not there', 'POST', 'tap', '{"on": "setting"}', 404, 'settings'],
  ['a clock that is none', 'POST', 'clock', '{"advance": "soon"}', 400, "'advance'"],
  ['a clock too fast', 'POST', 'clock', '{"run": 1e300}', 400, "'run'"],
  ['a fault that is none', 'POST', 'faults', '{"rain": "fail"}', 400, "'rain'"],
  ['an original that is not there', 'POST', 'original', '{"path": "/no/such.pdf", "at": "glass"}', 404, '/no/such.pdf'],
  ['an original that is none', 'POST', 'original', JSON.stringify({ path: path.join(source, 'README.md'), at: 'glass' }), 400, 'README.md'],
  ['a place that is none', 'POST', 'original', '{"path": "/x", "at": "roof"}', 400, "'at'"],
  ['a direction that is none', 'POST', 'swipe', '{"direction": "in"}', 400, "'direction'"],
  ['a key that is none', 'POST', 'key', '{"key": "Any"}', 400, 'Any'],
  ['a mail that is not there', 'GET', 'mails/999.eml', undefined, 404, '999'],
  ['a way out of the tray', 'GET', 'tray/..%2Fready.json', undefined, 404, ''],
  ['a wrong method', 'GET', 'tap', undefined, 405, ''],
  ['an address that is none', 'GET', 'coffee', undefined, 404, ''],
]) {
  test(`${what}: ${status}`, async () => {
    await operator.key('Home');
    const answer = await raw(method, `/paneltwin/${address}`, { body });
    assert.equal(answer.status, status, answer.text);
    assert.ok(answer.text.includes(words), answer.text);
  });
}

test('it describes itself: every address that there is, and none besides', async () => {
  const served = await operator.get('openapi.json');
  const written = JSON.parse(readFileSync(path.join(source, 'assets/control/openapi.json'), 'utf8'));
  const operations = (description) => Object.entries(description.paths).flatMap(([address, methods]) => Object.keys(methods).map((method) => `${method} ${address}`)).sort();
  assert.deepEqual(operations(served), operations(written));
  for (const methods of Object.values(served.paths)) for (const operation of Object.values(methods)) assert.ok(operation.summary && operation.responses, JSON.stringify(operation));
  const page = await fetch(`${machine.ready.control}/paneltwin`);
  assert.match(page.headers.get('content-type'), /^text\/html/);
  assert.match(await page.text(), /\/paneltwin\/screenshot\.png/);
});

test('a body above a megabyte: 413', async () => {
  assert.equal((await raw('POST', '/paneltwin/type', { body: JSON.stringify({ text: 'x'.repeat(1 << 20) }) })).status, 413);
});

test('pages and names of others are refused', async () => {
  assert.equal((await raw('GET', '/paneltwin/tree', { headers: { Host: 'evil.example' } })).status, 400);
  assert.equal((await raw('POST', '/paneltwin/tap', { headers: { Origin: 'https://evil.example' }, body: '{"on": "settings"}' })).status, 403);
  assert.equal((await raw('GET', '/paneltwin/tree', { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status, 403);
});

test('beyond loopback it wants its token', async () => {
  const open = await Machine.start({ arguments: ['--listen', '0.0.0.0'] });
  const base = open.ready.control.replace('0.0.0.0', '127.0.0.1');
  assert.equal((await raw('GET', '/paneltwin/tree', {}, base)).status, 401);
  assert.equal((await raw('GET', '/paneltwin/tree', { headers: { Authorization: 'Bearer wrong' } }, base)).status, 401);
  assert.equal((await raw('GET', '/paneltwin/tree', { headers: { Authorization: `Bearer ${open.ready.control_token}` } }, base)).status, 200);
  await open.stop();
});
