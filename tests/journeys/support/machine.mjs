// Starts `paneltwin serve` on free ports with a state folder of its own, and ends it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const program = process.env.PANELTWIN ?? path.resolve(import.meta.dirname, '../../../build/release/paneltwin');
export const source = path.resolve(import.meta.dirname, '../../..');

/** Models of every kind on the size of glass that none of them is sold with. */
export const otherGlass = ['--assets', path.join(source, 'tests/other-glass')];

export const anyPorts = ['--web-port', '0', '--web-tls-port', '0', '--cloud-port', '0', '--smtp-port', '0', '--control-port', '0'];

// A test that fails before it stops its machine ends all the same, and the machine with it.
const running = new Set();
process.once('exit', () => { for (const child of running) child.kill('SIGKILL'); });

export class Machine {
  #child;
  #exited;
  #output = '';

  /** @param {{command?: string, arguments?: string[], state?: string, environment?: object}} options  a `state` folder given is kept at the end */
  static async start(options = {}) {
    const machine = new Machine();
    machine.folder = mkdtempSync(path.join(tmpdir(), 'paneltwin-'));
    machine.state = options.state ?? path.join(machine.folder, 'state');
    machine.readyFile = path.join(machine.folder, 'ready.json');
    const watching = watch(machine.folder);
    machine.#child = spawn(program, [options.command ?? 'serve', ...anyPorts, '--state', machine.state, '--ready-file', machine.readyFile, ...(options.arguments ?? [])],
                           { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.environment } });
    machine.#exited = once(machine.#child, 'exit');
    for (const stream of [machine.#child.stdout, machine.#child.stderr]) stream.on('data', (piece) => (machine.#output += piece)).unref();
    machine.#child.unref();
    running.add(machine.#child);
    try {
      while (!existsSync(machine.readyFile)) {
        const ended = await Promise.race([once(watching, 'change').then(() => false), machine.#exited.then(() => true)]);
        if (ended) throw new Error(`paneltwin serve ended: ${machine.#output}`);
      }
    } finally {
      watching.close();
    }
    machine.ready = JSON.parse(readFileSync(machine.readyFile, 'utf8'));
    return machine;
  }

  get output() { return this.#output; }
  get pid() { return this.#child.pid; }
  /** Its exit code and signal, once it has ended. */
  get exited() {
    this.#child.ref();
    return this.#exited;
  }

  async kill(signal = 'SIGKILL') {
    this.#child.kill(signal);
    const [code, by] = await this.exited;
    running.delete(this.#child);
    return { code, signal: by };
  }

  /** Ends it as an operator does; the exit code must be 0. */
  async stop() {
    const { code, signal } = this.#child.exitCode === null ? await this.kill('SIGTERM') : { code: this.#child.exitCode };
    rmSync(this.folder, { recursive: true, force: true });
    if (code !== 0) throw new Error(`paneltwin serve ended with ${code ?? signal}: ${this.#output}`);
  }
}
