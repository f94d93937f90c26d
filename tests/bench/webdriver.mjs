// WebDriver round trips, ours against ChromeDriver's, in one run and by the same client:  node tests/bench/webdriver.mjs [release folder]
// A trip is two commands, Find Element by CSS and Get Element Text, over one kept connection. Chromium's page has the same tree: the
// panel's page source as elements, with the words in them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

process.env.PANELTWIN ??= path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../build/release'), 'paneltwin');
const journeys = path.join(import.meta.dirname, '../journeys');
const { Machine } = await import(`${journeys}/support/machine.mjs`);
const { elementKey } = await import(`${journeys}/support/webdriver.mjs`);

const seconds = 5;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-bench-'));
const row = (name, figure, how) => console.log(`${name.padEnd(40)} ${String(figure).padEnd(16)} ${how}`);

function call(url, method, body) {
  return new Promise((answered, failed) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const sent = request(url, { method, agent, headers: text === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } }, (response) => {
      let whole = '';
      response.setEncoding('utf8').on('data', (piece) => (whole += piece)).on('end', () => {
        const { value } = JSON.parse(whole);
        if (response.statusCode === 200) answered(value);
        else failed(new Error(`${method} ${url}: ${whole}`));
      });
    });
    sent.on('error', failed);
    sent.end(text);
  });
}

/** Trips a second, and the median of one. */
async function measure(name, session, selector, words) {
  const trip = async () => {
    const found = await call(`${session}/element`, 'POST', { using: 'css selector', value: selector });
    const text = await call(`${session}/element/${found[elementKey]}/text`, 'GET');
    if (!text.includes(words)) throw new Error(`${name}: ${text}`);
  };
  for (let i = 0; i < 50; ++i) await trip();
  const times = [], end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const begun = performance.now();
    await trip();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  row(`WebDriver trips a second, ${name}`, (times.length / seconds).toFixed(0), `find by CSS, then text; median ${times[times.length >> 1].toFixed(2)} ms, p99 ${times[Math.floor(times.length * 0.99)].toFixed(2)} ms`);
}

const selector = '#email-server-status', words = 'Email Server Status';
const machine = await Machine.start();
const opened = await call(`${machine.ready.control}/session`, 'POST', { capabilities: { alwaysMatch: { 'paneltwin:scenario': 'signed-in' } } });
const ours = `${machine.ready.control}/session/${opened.sessionId}`;
await call(`${ours}/url`, 'POST', { url: 'paneltwin://screen/network-status' });
const source = await call(`${ours}/source`, 'GET');
await measure('ours', ours, selector, words);

const driver = process.env.CHROMEDRIVER ?? '/usr/bin/chromedriver';
if (existsSync(driver)) {
  const page = path.join(folder, 'page.html');
  const tree = source.replace(/^<\?xml[^>]*>/, '').replaceAll(/<([a-z]+)([^>]*)\/>/g, '<$1$2></$1>').replaceAll(/<(\/?)([a-z]+)/g, '<$1div data-$2');
  writeFileSync(page, `<!doctype html><meta charset="utf-8">${tree.replaceAll(/<\/div data-[a-z]+/g, '</div')}`);
  const child = spawn(driver, ['--port=0'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const port = await new Promise((heard) => { child.stdout.on('data', (piece) => { const found = /successfully on port (\d+)/.exec(piece); if (found) heard(found[1]); }); });
  const base = `http://127.0.0.1:${port}`;
  const { sessionId } = await call(`${base}/session`, 'POST', { capabilities: { alwaysMatch: {
    browserName: 'chrome', 'goog:chromeOptions': { binary: '/usr/bin/chromium', args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1024,600'] },
  } } });
  await call(`${base}/session/${sessionId}/url`, 'POST', { url: `file://${page}` });
  await measure('ChromeDriver', `${base}/session/${sessionId}`, selector, words);
  await call(`${base}/session/${sessionId}`, 'DELETE');
  child.kill();
}
await call(ours, 'DELETE');
await machine.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
