// Prints the figures that README gives, measured on this machine in one run:  node tests/bench/figures.mjs [release folder]
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { anyPorts, underDisplay } from './display.mjs';

const build = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '../../build/release'));
process.env.PANELTWIN = path.join(build, 'paneltwin');
const { Machine } = await import('../journeys/support/machine.mjs');
const { Operator } = await import('../journeys/support/operator.mjs');

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const row = (name, figure, how) => console.log(`${name.padEnd(46)} ${String(figure).padEnd(34)} ${how}`);
const rest = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
const folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-figures-'));

await underDisplay(async (environment) => {
  const time = (program, given) => {
    const begun = performance.now();
    const { status, stderr } = spawnSync(program, given, { env: environment, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program}: ${status} ${stderr}`);
    return performance.now() - begun;
  };
  const run = ['run', ...anyPorts, '--state', path.join(folder, 'start'), '--frames', '1'];
  time(process.env.PANELTWIN, run);  // the first start makes keys and accounts
  const ours = [], empty = [];
  for (let round = 0; round < 9; ++round) {
    empty.push(time(path.join(build, 'tests/empty_window'), ['1']));
    ours.push(time(process.env.PANELTWIN, run));
  }
  row('start to first frame', `${median(ours).toFixed(0)} ms`, 'whole process with --frames 1, median of 9, Xvfb');
  row('  an empty GLFW+ImGui window beside it', `${median(empty).toFixed(0)} ms`, `ratio ${(median(ours) / median(empty)).toFixed(2)}`);

  const window = spawn(process.env.PANELTWIN, ['run', ...anyPorts, '--state', path.join(folder, 'idle')], { env: environment, stdio: 'ignore' });
  await rest(5000);
  const ticks = () => { const f = readFileSync(`/proc/${window.pid}/stat`, 'utf8').split(') ')[1].split(' '); return Number(f[11]) + Number(f[12]); };
  const before = ticks();
  await rest(20_000);
  row('processor use of an idle window', `${((ticks() - before) / 20).toFixed(2)} %`, 'of one core, over 20 s, from /proc');
  window.kill('SIGTERM');
  await once(window, 'exit');
});

const machine = await Machine.start({ state: path.join(folder, 'serve') });
const operator = new Operator(machine.ready);
const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${machine.pid}/status`, 'utf8'))[1]) / 1024;
row('memory of serve, just started', `${resident().toFixed(0)} MB`, 'VmRSS');
const page = new URL('PRESENTATION/ADVANCED/INFO_PRTINFO/TOP', machine.ready.web_config).href;
const { stdout } = spawnSync('wrk', ['-t1', '-c8', '-d10s', '--latency', page], { encoding: 'utf8' });
row('Web Config Product Status', `${/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]} pages/s`, `p99 ${/99%\s+(\S+)/.exec(stdout)?.[1]}, wrk -t1 -c8 -d10s over TLS, kept connections`);

const taps = [];
for (let i = 0; i < 200; ++i) {
  const begun = performance.now();
  await operator.tap(i % 2 ? 'back' : 'settings');
  taps.push(performance.now() - begun);
}
row('tap over the control port, answered after its frame', `${median(taps).toFixed(1)} ms`, 'median of 200, HTTP included');
await machine.stop();
rmSync(folder, { recursive: true, force: true });
