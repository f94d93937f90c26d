// The window on a desktop: a mouse on the glass, on the machine's own keys and on the bench.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { Machine } from './support/machine.mjs';
import { Operator } from './support/operator.mjs';
import { run } from './support/peer.mjs';

let display, environment, machine, operator;

before(async () => {
  display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '+extension', 'GLX'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(display.stdio[3], 'data');
  environment = { DISPLAY: `:${String(number).trim()}`, WAYLAND_DISPLAY: '' };
  machine = await Machine.start({ command: 'run', environment });
  operator = new Operator(machine.ready);
});
after(async () => {
  await machine?.stop();  // SIGTERM closes a window too, with exit code 0
  display?.kill();
});

async function click(x, y, ...more) {
  const moved = await run('xdotool', ['mousemove', Math.round(x), Math.round(y), ...(more.length ? more : ['click', '1'])], { environment });
  assert.equal(moved.code, 0, moved.text);
}

/** Where the glass of the 10.1" model lies in a window of its first size: behind 24 pixels of air and 9 mm of frame. */
const pixelsPerMillimetre = Math.hypot(1024, 600) / (10.1 * 25.4);
const glass = 24 + 9 * pixelsPerMillimetre;

async function clickNode(id) {
  const find = (node) => (node.id === id ? node : (node.children ?? []).map(find).find(Boolean));
  const { x, y, width, height } = find(await operator.tree()).rectangle;
  await click(glass + x + width / 2, glass + y + height / 2);
}

const untilShown = (id) => operator.until(() => operator.shows(id), Boolean, `${id} on the glass`);

test('a click on the glass is a tap', async () => {
  await clickNode('settings');
  await untilShown('general-settings');
});

test("the machine's home key leads home", async () => {
  await click(glass + 1024 + 11.6 * pixelsPerMillimetre, glass + 600 - 7 * pixelsPerMillimetre);
  await untilShown('home-screen');
});

test('a drag scrolls and does not tap', async () => {
  await clickNode('settings');
  await untilShown('general-settings');
  await click(glass + 300, glass + 400, 'mousedown', '1', 'mousemove_relative', '--', '0', '-80', 'mousemove_relative', '--', '0', '-80', 'mouseup', '1');
  assert.ok(await operator.shows('general-settings'));
});

test('the bench folds away and comes back; what lies under it is not tapped', async () => {
  await operator.key('Home');
  await untilShown('home-screen');
  await click(1560, 17);
  await click(1560, 17);
  // The body moves with the bench; a person clicks where it is by then.
  await operator.until(async () => {
    if (!(await operator.shows('scan'))) await operator.key('Home');  // another tile stood there while it moved
    await clickNode('scan');
    return operator.shows('scan-email');
  }, Boolean, 'Scan');
});

test('an original is laid on the glass from the bench: World, On the glass, the first of the samples', async () => {
  // Nothing tells a script what the bench shows: where a slow machine has not come there yet, a click meets nothing and comes again.
  await operator.until(async () => {
    const { glass: lying } = await operator.snapshot();
    if (!lying) for (const [x, y] of [[1305, 51], [1385, 405], [1385, 163]]) await click(x, y);
    return lying?.name;
  }, (name) => name === 'invoice.pdf', 'the invoice on the glass');
});

test('the power key, pressed shortly, sends it to sleep and wakes it; held down it asks whether to turn off', async () => {
  const [x, y] = [glass + 1024 + 11.6 * pixelsPerMillimetre, glass + 7 * pixelsPerMillimetre];
  await operator.key('Home');
  await click(x, y);
  await operator.until(() => operator.snapshot(), ({ power }) => power === 'asleep', 'asleep');
  await click(x, y);
  await operator.until(() => operator.snapshot(), ({ power }) => power === 'on', 'awake');
  await click(x, y, 'mousedown', '1');
  await untilShown('power-off');
  await click(x, y, 'mouseup', '1');
  assert.equal((await operator.snapshot()).power, 'on', 'letting go is no tap');
  await operator.tap('no');
});
