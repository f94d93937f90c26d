// The table of commands of W3C WebDriver (6.5), one by one: what each answers on the panel, and each that a panel has
// nothing for with the error that the standard has for it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Machine } from './support/machine.mjs';
import { elementKey, RawSession, send } from './support/webdriver.mjs';

let machine, session;
before(async () => {
  machine = await Machine.start();
  session = await RawSession.open(machine.ready.control, { 'paneltwin:scenario': 'signed-in' });
});
after(async () => {
  await session?.end();
  await machine?.stop();
});
beforeEach(async () => { await session.value('POST', '/url', { url: 'paneltwin://screen/home' }); });

const isElement = (value) => typeof value[elementKey] === 'string';
const isPng = (value) => Buffer.from(value, 'base64').subarray(1, 4).toString('latin1') === 'PNG';
const css = (value) => ({ using: 'css selector', value });
const finger = (actions) => ({ actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }] });
const tapAt = { type: 'pointerMove', duration: 0, x: 0, y: 0, origin: { [elementKey]: 'settings' } };

/** What each command of the table answers with good arguments: a value, a test of it, or the error's name. */
const table = [
  ['GET', '/timeouts', undefined, { script: 30000, pageLoad: 300000, implicit: 0 }],
  ['POST', '/timeouts', { implicit: 0, script: null, pageLoad: 1000 }, null],
  ['POST', '/url', { url: 'paneltwin://screen/settings' }, null],
  ['GET', '/url', undefined, 'paneltwin://screen/home'],
  ['POST', '/back', {}, null],
  ['POST', '/forward', {}, null],
  ['POST', '/refresh', {}, null],
  ['GET', '/title', undefined, (value) => typeof value === 'string' && value.length > 0],
  ['GET', '/window', undefined, 'glass'],
  ['POST', '/window', { handle: 'glass' }, null],
  ['GET', '/window/handles', undefined, ['glass']],
  ['POST', '/window/new', { type: 'tab' }, 'unsupported operation'],
  ['POST', '/frame', { id: null }, null],
  ['POST', '/frame', { id: 0 }, 'no such frame'],
  ['POST', '/frame', { id: { [elementKey]: 'settings' } }, 'no such frame'],
  ['POST', '/frame/parent', {}, null],
  ['GET', '/window/rect', undefined, { x: 0, y: 0, width: 1024, height: 600 }],
  ['POST', '/window/rect', { width: 100, height: 100 }, 'unsupported operation'],
  ['POST', '/window/maximize', {}, 'unsupported operation'],
  ['POST', '/window/minimize', {}, 'unsupported operation'],
  ['POST', '/window/fullscreen', {}, 'unsupported operation'],
  ['GET', '/element/active', undefined, isElement],
  ['GET', '/element/settings/shadow', undefined, 'no such shadow root'],
  ['POST', '/element', css('#settings'), { [elementKey]: 'settings' }],
  ['POST', '/elements', css('tile'), (value) => value.length > 1 && value.every(isElement)],
  ['POST', '/element/home-screen/element', css('#settings'), { [elementKey]: 'settings' }],
  ['POST', '/element/home-screen/elements', css('tile'), (value) => value.length > 1 && value.every(isElement)],
  ['POST', '/shadow/x/element', css('tile'), 'no such shadow root'],
  ['POST', '/shadow/x/elements', css('tile'), 'no such shadow root'],
  ['GET', '/element/settings/selected', undefined, false],
  ['GET', '/element/settings/displayed', undefined, true],
  ['GET', '/element/settings/attribute/text', undefined, 'Settings'],
  ['GET', '/element/settings/attribute/none', undefined, null],
  ['GET', '/element/settings/property/enabled', undefined, true],
  ['GET', '/element/settings/property/none', undefined, null],
  ['GET', '/element/settings/css/background-color', undefined, (value) => /^rgba\(\d+, \d+, \d+, 1\)$/.test(value)],
  ['GET', '/element/settings/css/color', undefined, (value) => /^rgba\(\d+, \d+, \d+, 1\)$/.test(value)],
  ['GET', '/element/settings/css/font-size', undefined, (value) => parseInt(value, 10) > 10 && value.endsWith('px')],
  ['GET', '/element/settings/css/font-weight', undefined, (value) => ['400', '700'].includes(value)],
  ['GET', '/element/settings/css/font-family', undefined, '"NotoSansCJK-Regular"'],
  ['GET', '/element/settings/css/display', undefined, 'block'],
  ['GET', '/element/settings/css/visibility', undefined, 'visible'],
  ['GET', '/element/settings/css/position', undefined, 'absolute'],
  ['GET', '/element/settings/css/pointer-events', undefined, 'auto'],
  ['GET', '/element/settings/css/width', undefined, (value) => parseInt(value, 10) > 50 && value.endsWith('px')],
  ['GET', '/element/settings/css/height', undefined, (value) => parseInt(value, 10) > 50 && value.endsWith('px')],
  ['GET', '/element/settings/css/left', undefined, (value) => /^\d+px$/.test(value)],
  ['GET', '/element/settings/css/top', undefined, (value) => /^\d+px$/.test(value)],
  ['GET', '/element/settings/css/float', undefined, ''],
  ['GET', '/element/settings/text', undefined, 'Settings'],
  ['GET', '/element/settings/name', undefined, 'tile'],
  ['GET', '/element/settings/rect', undefined, (value) => value.width > 50 && value.height > 50 && value.x >= 0 && value.y >= 0],
  ['GET', '/element/settings/enabled', undefined, true],
  ['GET', '/element/settings/computedrole', undefined, 'button'],
  ['GET', '/element/settings/computedlabel', undefined, 'Settings'],
  ['POST', '/element/settings/click', {}, null],
  ['POST', '/element/settings/clear', {}, 'invalid element state'],
  ['POST', '/element/settings/value', { text: 'x' }, 'element not interactable'],
  ['GET', '/source', undefined, (value) => value.startsWith('<?xml') && value.includes('<tile id="settings"')],
  ['POST', '/execute/sync', { script: 'return 1', args: [] }, 'unsupported operation'],
  ['POST', '/execute/async', { script: 'arguments[0]()', args: [] }, 'unsupported operation'],
  ['GET', '/cookie', undefined, []],
  ['GET', '/cookie/one', undefined, 'no such cookie'],
  ['POST', '/cookie', { cookie: { name: 'a', value: 'b' } }, 'invalid cookie domain'],
  ['DELETE', '/cookie/one', undefined, null],
  ['DELETE', '/cookie', undefined, null],
  ['POST', '/actions', finger([tapAt, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]), null],
  ['DELETE', '/actions', undefined, null],
  ['POST', '/alert/dismiss', {}, 'no such alert'],
  ['POST', '/alert/accept', {}, 'no such alert'],
  ['GET', '/alert/text', undefined, 'no such alert'],
  ['POST', '/alert/text', { text: 'x' }, 'no such alert'],
  ['GET', '/screenshot', undefined, isPng],
  ['GET', '/element/settings/screenshot', undefined, isPng],
  ['POST', '/print', {}, 'unsupported operation'],
];

const statusOf = {
  'element click intercepted': 400, 'element not interactable': 400, 'invalid argument': 400, 'invalid cookie domain': 400, 'invalid element state': 400,
  'invalid selector': 400, 'invalid session id': 404, 'move target out of bounds': 500, 'no such alert': 404, 'no such cookie': 404, 'no such element': 404,
  'no such frame': 404, 'no such shadow root': 404, 'no such window': 404, 'session not created': 500, 'stale element reference': 404,
  'unexpected alert open': 500,
  'unknown command': 404, 'unknown method': 405, 'unsupported operation': 500,
};

function assertRefused(answer, error, words = '') {
  assert.equal(answer.value?.error, error, answer.text);
  assert.equal(answer.status, statusOf[error], answer.text);
  assert.equal(typeof answer.value.message, 'string');
  assert.equal(typeof answer.value.stacktrace, 'string');
  assert.match(answer.value.message, new RegExp(words));
  assert.equal(answer.headers['content-type'], 'application/json; charset=utf-8');
  assert.equal(answer.headers['cache-control'], 'no-cache');
}

for (const [method, path, body, expected] of table) {
  test(`${method} ${path} ${body === undefined ? '' : JSON.stringify(body).slice(0, 60)}`, async () => {
    const answer = await session.call(method, path, body);
    if (typeof expected === 'string' && expected in statusOf) return assertRefused(answer, expected);
    assert.equal(answer.status, 200, answer.text);
    if (typeof expected === 'function') assert.ok(expected(answer.value), answer.text);
    else assert.deepEqual(answer.value, expected);
  });
}

/** The standard's table of endpoints (W3C WebDriver 6.5), whole; {} stands for an id or a name. */
const standard = `POST /session, DELETE /session/{}, GET /status, GET /timeouts, POST /timeouts, POST /url, GET /url, POST /back, POST /forward, POST /refresh, GET /title,
  GET /window, DELETE /window, POST /window, GET /window/handles, POST /window/new, POST /frame, POST /frame/parent, GET /window/rect, POST /window/rect, POST /window/maximize,
  POST /window/minimize, POST /window/fullscreen, GET /element/active, GET /element/{}/shadow, POST /element, POST /elements, POST /element/{}/element, POST /element/{}/elements,
  POST /shadow/{}/element, POST /shadow/{}/elements, GET /element/{}/selected, GET /element/{}/attribute/{}, GET /element/{}/property/{}, GET /element/{}/css/{}, GET /element/{}/text,
  GET /element/{}/name, GET /element/{}/rect, GET /element/{}/enabled, GET /element/{}/computedrole, GET /element/{}/computedlabel, POST /element/{}/click, POST /element/{}/clear,
  POST /element/{}/value, GET /source, POST /execute/sync, POST /execute/async, GET /cookie, GET /cookie/{}, POST /cookie, DELETE /cookie/{}, DELETE /cookie, POST /actions,
  DELETE /actions, POST /alert/dismiss, POST /alert/accept, GET /alert/text, POST /alert/text, GET /screenshot, GET /element/{}/screenshot, POST /print`.split(/,\s+/);

test('the table above leaves no command of the standard out', () => {
  const known = standard.map((line) => line.split(' '));
  const fits = (pattern, path) => new RegExp(`^${pattern.replaceAll('{}', '[^/]+')}$`).test(path);
  const tried = (method, pattern) => table.some(([its, path]) => its === method && fits(pattern, path));
  const ofSessions = ['POST /session', 'DELETE /session/{}', 'GET /status', 'DELETE /window'];  // have the test below
  assert.deepEqual(known.filter(([method, path]) => !tried(method, path)).map((one) => one.join(' ')), ofSessions);
  const added = table.filter(([method, path]) => !known.some(([its, pattern]) => its === method && fits(pattern, path)));
  assert.deepEqual(added.map(([, path]) => path), ['/element/settings/displayed'], 'which clients ask beside the standard');
});

test('Status, New Session, Delete Session, Close Window', async () => {
  const base = machine.ready.control;
  assert.equal((await send(base, 'GET', '/status')).value.ready, true);
  const other = await RawSession.open(base);
  assert.equal(other.capabilities.browserName, 'paneltwin');
  assert.equal((await other.end()).value, null);
  assertRefused(await other.end(), 'invalid session id');
  const closing = await RawSession.open(base);
  assert.deepEqual(await closing.value('DELETE', '/window'), []);
  assertRefused(await closing.call('GET', '/title'), 'invalid session id');
});

for (const [what, using, value, id] of [
  ['an id', 'css selector', '#settings', 'settings'], ['a quoted id', 'css selector', '*[id="settings"]', 'settings'], ['a role and words', 'css selector', 'tile[text="Settings"]', 'settings'],
  ['a child', 'css selector', 'screen > #settings, nothing', 'settings'], ['the first of its kind', 'css selector', 'tile:nth-of-type(2)', undefined],
  ['a start, without case', 'css selector', 'tile[text^="SETT" i]:not(:disabled)', 'settings'],
  ['XPath by words', 'xpath', '//tile[normalize-space(text())="Settings"]', 'settings'], ['XPath by attribute', 'xpath', "//*[@id='settings']", 'settings'],
  ['link text', 'link text', 'Settings', 'settings'], ['partial link text', 'partial link text', 'ettings', 'settings'],
  ['a role', 'tag name', 'tile', undefined], ['accessibility id', 'accessibility id', 'settings', 'settings'],
]) {
  test(`found by ${what}`, async () => {
    const found = await session.find(using, value);
    if (id) assert.equal(found, id);
  });
}

for (const [what, method, path, body, error, words] of [
  ['no JSON', 'POST', '/url', '{', 'invalid argument', 'no JSON'],
  ['no object', 'POST', '/url', '[]', 'invalid argument', 'no JSON object'],
  ['no body', 'POST', '/back', undefined, 'invalid argument', 'no JSON'],
  ['a missing member', 'POST', '/url', {}, 'invalid argument', "'url'"],
  ['an address of another kind', 'POST', '/url', { url: 'https://example.com/' }, 'invalid argument', 'paneltwin://screen/'],
  ['a screen that is none', 'POST', '/url', { url: 'paneltwin://screen/coffee' }, 'invalid argument', 'coffee'],
  ['a strategy that is none', 'POST', '/element', { using: 'smell', value: 'x' }, 'invalid argument', 'smell'],
  ['a selector that is none', 'POST', '/element', css('#a >'), 'invalid selector', 'character 5'],
  ['a pseudo-class not known', 'POST', '/element', css('tile:hover'), 'invalid selector', 'hover'],
  ['an XPath that is none', 'POST', '/element', { using: 'xpath', value: '//tile[' }, 'invalid selector', ''],
  ['an XPath of a number', 'POST', '/element', { using: 'xpath', value: 'count(//tile)' }, 'invalid selector', 'elements'],
  ['an XPath of attributes', 'POST', '/element', { using: 'xpath', value: '//@id' }, 'invalid selector', 'no element'],
  ['an element that is not there', 'POST', '/element', css('#coffee'), 'no such element', 'coffee'],
  ['a scope that never was', 'POST', '/element/coffee/elements', css('tile'), 'no such element', 'coffee'],
  ['an element that never was', 'GET', '/element/coffee/text', undefined, 'no such element', 'coffee'],
  ['a window that is none', 'POST', '/window', { handle: 'other' }, 'no such window', 'glass'],
  ['a frame of no kind', 'POST', '/frame', { id: 'name' }, 'invalid argument', "'id'"],
  ['a timeout that is none', 'POST', '/timeouts', { coffee: 1 }, 'invalid argument', 'coffee'],
  ['a timeout below zero', 'POST', '/timeouts', { implicit: -1 }, 'invalid argument', 'implicit'],
  ['a timeout in parts', 'POST', '/timeouts', { implicit: 1.5 }, 'invalid argument', 'implicit'],
  ['actions that are none', 'POST', '/actions', { actions: {} }, 'invalid argument', "'actions'"],
  ['a source that is none', 'POST', '/actions', { actions: [{ type: 'nose', id: 'n', actions: [] }] }, 'invalid argument', "'type'"],
  ['an action of another source', 'POST', '/actions', { actions: [{ type: 'key', id: 'k', actions: [{ type: 'scroll' }] }] }, 'invalid argument', 'scroll'],
  ['a key of two', 'POST', '/actions', { actions: [{ type: 'key', id: 'k', actions: [{ type: 'keyDown', value: 'ab' }] }] }, 'invalid argument', 'one character'],
  ['a pointer of no type', 'POST', '/actions', { actions: [{ type: 'pointer', id: 'p', parameters: { pointerType: 'laser' }, actions: [] }] }, 'invalid argument', 'pointerType'],
  ['a move off the glass', 'POST', '/actions', finger([{ type: 'pointerMove', x: 5000, y: 0 }]), 'move target out of bounds', '5000'],
  ['a move to nothing', 'POST', '/actions', finger([{ ...tapAt, origin: { [elementKey]: 'coffee' } }]), 'no such element', 'coffee'],
  ['text that is none', 'POST', '/element/settings/value', { text: 1 }, 'invalid argument', "'text'"],
  ['a script for nothing', 'POST', '/execute/sync', { script: '/* isDisplayed */', args: [] }, 'invalid argument', 'no element'],
  ['an extension that is none', 'POST', '/execute/sync', { script: 'paneltwin: coffee', args: [] }, 'unknown error', ''],
  ['an extension with wrong arguments', 'POST', '/execute/sync', { script: 'paneltwin: clock', args: [{ advance: 'soon' }] }, 'invalid argument', 'advance'],
  ['a command that is none', 'GET', '/coffee', undefined, 'unknown command', 'coffee'],
  ['a method that is none', 'PUT', '/url', {}, 'unknown method', 'POST'],
]) {
  test(`${what}: ${error}`, async () => {
    const answer = await session.call(method, path, body);
    if (error === 'unknown error') assert.equal(answer.value.error, error);
    else assertRefused(answer, error, words);
  });
}

for (const [what, capabilities, error, words] of [
  ['no capabilities', undefined, 'invalid argument', 'capabilities'],
  ['an empty choice', { firstMatch: [] }, 'invalid argument', 'firstMatch'],
  ['the same in both', { alwaysMatch: { browserName: 'paneltwin' }, firstMatch: [{ browserName: 'paneltwin' }] }, 'invalid argument', 'browserName'],
  ['a capability that is none', { alwaysMatch: { colour: 'red' } }, 'invalid argument', 'colour'],
  ['one of ours that is none', { alwaysMatch: { 'paneltwin:modle': 'large' } }, 'invalid argument', 'paneltwin:model'],
  ['a wrong type', { alwaysMatch: { acceptInsecureCerts: 'yes' } }, 'invalid argument', 'acceptInsecureCerts'],
  ['wrong timeouts', { alwaysMatch: { timeouts: { implicit: 'long' } } }, 'invalid argument', 'implicit'],
  ['a wrong clock', { alwaysMatch: { 'paneltwin:clock': { advance: 'soon' } } }, 'invalid argument', 'advance'],
  ['another browser', { alwaysMatch: { browserName: 'firefox' } }, 'session not created', 'paneltwin'],
  ['a model that is none', { alwaysMatch: { 'paneltwin:model': 'larg' } }, 'session not created', 'large'],
  ['a scenario that is none', { alwaysMatch: { 'paneltwin:scenario': 'Mars' } }, 'session not created', 'Mars'],
  ['dialogs as something else', { alwaysMatch: { 'paneltwin:dialogs': 'promts' } }, 'session not created', 'prompts'],
  ['a behaviour that is none', { alwaysMatch: { unhandledPromptBehavior: 'shrug' } }, 'invalid argument', 'unhandledPromptBehavior'],
  ['a prompt that is none', { alwaysMatch: { unhandledPromptBehavior: { nag: 'ignore' } } }, 'invalid argument', 'unhandledPromptBehavior'],
  ['a window of another size', { alwaysMatch: { setWindowRect: true } }, 'session not created', 'size'],
]) {
  test(`New Session with ${what}: ${error}`, async () => {
    assertRefused(await send(machine.ready.control, 'POST', '/session', capabilities === undefined ? {} : { capabilities }), error, words);
  });
}

test('the first match that can be had is taken', async () => {
  const { value } = await send(machine.ready.control, 'POST', '/session', { capabilities: {
    alwaysMatch: { 'paneltwin:language': 'zh-CN', timeouts: { implicit: 7 } }, firstMatch: [{ browserName: 'firefox' }, { browserName: 'paneltwin', 'paneltwin:model': 'compact' }],
  } });
  assert.equal(value.capabilities['paneltwin:model'], 'compact');
  assert.equal(value.capabilities['paneltwin:language'], 'zh-CN');
  assert.equal(value.capabilities.timeouts.implicit, 7);
  await send(machine.ready.control, 'DELETE', `/session/${value.sessionId}`);
});

test('an element of a screen that was left is stale, and known again when it is back', async () => {
  const found = await session.find('css selector', '#settings');
  await session.value('POST', `/element/${found}/click`, {});
  assertRefused(await session.call('GET', `/element/${found}/text`), 'stale element reference', 'settings');
  await session.value('POST', '/back', {});
  assert.equal(await session.value('GET', `/element/${found}/text`), 'Settings');
});

test('twins have ids of their own, and each stays what it was', async () => {
  await session.value('POST', '/url', { url: 'paneltwin://screen/settings' });
  const details = await session.value('POST', '/elements', css('row'));
  const ids = details.map((one) => one[elementKey]);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ids) assert.match(id, /^[\w.:@~-]+$/);
});

test('typing: a field opens, takes text and keys, is cleared, and gives its text to the screen', async () => {
  await session.value('POST', '/url', { url: 'paneltwin://screen/scan-email' });
  const field = await session.find('css selector', '#recipient');
  await session.value('POST', `/element/${field}/value`, { text: 'no.one@contoso.example' });
  await session.value('POST', `/element/${field}/clear`, {});
  const input = (await session.value('GET', '/element/active'))[elementKey];
  assert.equal(await session.value('GET', `/element/${input}/property/value`), '');
  await session.value('POST', `/element/${field}/value`, { text: 'maria@contoso.exampleX\uE003\uE007' });
  assert.match(await session.value('GET', '/source'), /maria@contoso\.example"/);
});

test('a click on what lies under a dialog is intercepted; dialogs are alerts', async () => {
  const below = await session.find('css selector', '#settings');
  const ask = () => session.value('POST', '/url', { url: 'paneltwin://screen/log-out' });
  await ask();
  assertRefused(await session.call('POST', `/element/${below}/click`, {}), 'element click intercepted', 'dialog');
  assert.ok((await session.value('GET', '/alert/text')).length > 10);
  assertRefused(await session.call('POST', '/alert/text', { text: 'x' }), 'element not interactable');
  await session.value('POST', '/alert/dismiss', {});
  assertRefused(await session.call('GET', '/alert/text'), 'no such alert');
  await session.value('POST', `/element/${below}/click`, {});
  await ask();
  await session.value('POST', '/alert/accept', {});
  assertRefused(await session.call('GET', '/alert/text'), 'no such alert');
});

/** A session whose dialogs are user prompts, with one open. */
async function withPrompt(behaviour, work) {
  const prompted = await RawSession.open(machine.ready.control, { 'paneltwin:dialogs': 'prompts', 'paneltwin:model': 'compact', ...(behaviour && { unhandledPromptBehavior: behaviour }) });
  try {
    await prompted.value('POST', '/url', { url: 'paneltwin://screen/log-out' });
    await work(prompted);
  } finally {
    await prompted.end();
  }
}

for (const [behaviour, notifies, stays] of [[undefined, true, false], ['dismiss', false, false], ['accept', false, false], ['dismiss and notify', true, false],
                                            ['accept and notify', true, false], ['ignore', true, true], [{ default: 'ignore', confirm: 'dismiss' }, false, false]]) {
  test(`dialogs as user prompts: ${JSON.stringify(behaviour) ?? 'as the standard has it'}`, async () => {
    await withPrompt(behaviour, async (prompted) => {
      assert.deepEqual(prompted.capabilities.unhandledPromptBehavior, behaviour ?? 'dismiss and notify');
      // What the standard lets through leaves it open.
      for (const path of ['/timeouts', '/window', '/window/handles', '/alert/text']) assert.equal((await prompted.call('GET', path)).status, 200, path);
      const answer = await prompted.call('GET', '/title');
      if (notifies) {
        assertRefused(answer, 'unexpected alert open', 'dialog');
        assert.ok(answer.value.data.text.length > 10);
      } else {
        assert.equal(answer.status, 200, answer.text);
      }
      const { status } = await prompted.call('GET', '/alert/text');
      assert.equal(status, stays ? 200 : 404);
      if (!stays) assert.equal((await prompted.call('GET', '/title')).status, 200);
    });
  });
}

test('the implicit wait ends when the element comes, and in time when it does not', async () => {
  await session.value('POST', '/timeouts', { implicit: 300 });
  const begun = Date.now();
  assertRefused(await session.call('POST', '/element', css('#coffee')), 'no such element');
  const took = Date.now() - begun;
  assert.ok(took >= 300 && took < 60_000, `${took} ms`);
  await session.value('POST', '/timeouts', { implicit: 120_000 });
  const coming = session.find('css selector', '#settings-list');
  await send(machine.ready.control, 'POST', `/session/${session.id}/paneltwin/tap`, { on: 'settings' });
  assert.equal(await coming, 'settings-list');
  await session.value('POST', '/timeouts', { implicit: 0 });
});

test('actions: a wheel and a finger scroll, a pause is as long as it says, Home is the machine\'s', async () => {
  const small = await RawSession.open(machine.ready.control, { 'paneltwin:model': 'compact' });
  await small.value('POST', '/url', { url: 'paneltwin://screen/basic-settings' });
  const first = await small.find('css selector', 'list > :first-child');
  const place = async () => (await small.value('GET', `/element/${first}/rect`)).y;
  const top = await place();
  await small.value('POST', '/actions', { actions: [{ type: 'wheel', id: 'w', actions: [{ type: 'scroll', x: 300, y: 300, deltaX: 0, deltaY: 50 }] }] });
  assert.equal(top - await place(), 50);
  await small.value('POST', '/actions', finger([
    { type: 'pointerMove', x: 300, y: 200 }, { type: 'pointerDown', button: 0 }, { type: 'pointerMove', duration: 60, x: 0, y: 150, origin: 'pointer' }, { type: 'pointerUp', button: 0 },
  ]));
  assert.equal(await place(), top, 'back at the top');
  const begun = Date.now();
  await small.value('POST', '/actions', { actions: [{ type: 'none', id: 'n', actions: [{ type: 'pause', duration: 120 }] }] });
  assert.ok(Date.now() - begun >= 120);
  await small.value('POST', '/actions', { actions: [{ type: 'key', id: 'k', actions: [{ type: 'keyDown', value: '\uE011' }, { type: 'keyUp', value: '\uE011' }] }] });
  assert.equal(await small.value('GET', '/url'), 'paneltwin://screen/home');
  await small.end();
});

test('an element\'s picture is its own part of the glass', async () => {
  const { width, height } = await session.value('GET', '/element/settings/rect');
  const png = Buffer.from(await session.value('GET', '/element/settings/screenshot'), 'base64');
  assert.ok(Math.abs(png.readUInt32BE(16) - width) <= 1 && Math.abs(png.readUInt32BE(20) - height) <= 1);
});
