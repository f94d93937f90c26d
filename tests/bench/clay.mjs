// Figures of the assets as clay:  node tests/bench/clay.mjs [release folder]
// From the save of a file to its place on the glass; the whole contact sheet; start-up with all languages against one,
// to the first frame in a window, and without one until all languages are read.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anyPorts, underDisplay } from './display.mjs';

const build = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../build/release'));
process.env.PANELTWIN = path.join(build, 'paneltwin');
const { Machine, source } = await import('../journeys/support/machine.mjs');
const { Operator } = await import('../journeys/support/operator.mjs');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const row = (name, figure, how) => console.log(`${name.padEnd(46)} ${String(figure).padEnd(34)} ${how}`);
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-clay-'));
const mine = path.join(folder, 'mine');
const built = (file) => readFileSync(path.join(source, 'assets', file), 'utf8');
const write = (file, text) => {
  mkdirSync(path.dirname(path.join(mine, file)), { recursive: true });
  writeFileSync(path.join(mine, file), text);
};

mkdirSync(mine);
const machine = await Machine.start({ arguments: ['--assets', mine] });
const operator = new Operator(machine.ready);
await operator.tap('settings');
/** Milliseconds from before the save until the tree has what was saved; a look takes some 5 ms of them. */
async function saved(file, text, shown) {
  const begun = performance.now();
  write(file, text);
  for (;;) {
    if (shown(JSON.stringify(await operator.tree()))) return performance.now() - begun;
    if (performance.now() - begun > 10_000) throw new Error(`${file} did not show: ${machine.output}`);
  }
}
const rounds = 25;
const edits = {
  text: (i) => saved('locales/panel.en.po', built('locales/panel.en.po').replace('msgstr "General Settings"', `msgstr "Round ${i}"`), (tree) => tree.includes(`Round ${i}"`)),
  menu: (i) => saved('menus/settings.yaml', built('menus/settings.yaml').replace('id: general-settings', `id: round-${i}-general`), (tree) => tree.includes(`round-${i}-general`)),
  theme: (i) => saved('themes/light.yaml', built('themes/light.yaml').replace('row: 11', `row: ${11 + (i % 2)}.5`), (() => { let before; return (tree) => (before ??= tree) !== tree || i === 0; })()),
  model: (i) => saved('models/large.yaml', built('models/large.yaml').replace('width: 1024', `width: ${1030 + i}`), (tree) => tree.includes(`"width":${1030 + i}`)),
};
for (const [what, edit] of Object.entries(edits)) {
  const times = [];
  for (let i = 0; i < rounds; ++i) times.push(await edit(i));
  row(`a saved ${what} is on the glass after`, `${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms`, `${rounds} saves under serve, over the control port`);
}
await machine.stop();

const shot = spawnSync(process.env.PANELTWIN, ['shoot', '--out', path.join(folder, 'sheet')], { encoding: 'utf8' });
row('the whole contact sheet', shot.stdout.split(';')[0], 'shoot, every screen x language x model');

// Beside a program that is installed lie its assets: here once with all languages, once with English alone.
const start = (name, keeps, environment) => {
  const prefix = path.join(folder, name), share = path.join(prefix, 'share/paneltwin');
  mkdirSync(path.join(prefix, 'bin'), { recursive: true });
  copyFileSync(process.env.PANELTWIN, path.join(prefix, 'bin/paneltwin'));
  cpSync(path.join(source, 'assets'), share, { recursive: true });
  for (const file of readdirSync(path.join(share, 'locales'))) if (!keeps(file)) rmSync(path.join(share, 'locales', file));
  const run = (verb, ...rest) => {
    const begun = performance.now();
    const { status, stderr } = spawnSync(path.join(prefix, 'bin/paneltwin'), [verb, ...anyPorts, '--state', path.join(prefix, 'state'), ...rest], { env: environment, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return performance.now() - begun;
  };
  const window = () => run('run', '--frames', '1'), whole = () => run('exec', '--', 'true');
  window();  // the first start makes keys and accounts
  const times = (what) => median(Array.from({ length: 15 }, what));
  return { window: times(window), whole: times(whole) };
};
const languages = new Set(readdirSync(path.join(source, 'assets/locales')).map((file) => file.split('.')[1])).size;
await underDisplay((environment) => {
  const all = start('all', () => true, environment), one = start('one', (file) => file.includes('.en.'), environment);
  row(`first frame with ${languages} languages, with one`, `${all.window.toFixed(0)} ms, ${one.window.toFixed(0)} ms`, 'run --frames 1 under Xvfb, whole process, median of 15');
  row(`all read, with ${languages} languages, with one`, `${all.whole.toFixed(0)} ms, ${one.whole.toFixed(0)} ms`, 'exec -- true, whole process, median of 15');
});
rmSync(folder, { recursive: true, force: true });
