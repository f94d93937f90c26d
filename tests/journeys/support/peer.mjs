// Runs somebody else's program and reads the JSON lines that it says.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const folder = path.resolve(import.meta.dirname, '../peers');

export class Peer {
  #lines = [];
  #waiting = [];
  #errors = '';

  /** @param {string} program  a file of peers/, or any command */
  constructor(program, given, ca) {
    const file = path.join(folder, program);
    const [command, ...first] = program.endsWith('.mjs') ? [process.execPath, file] : program.endsWith('.py') ? ['/usr/bin/python3', file] : [program];
    this.child = spawn(command, [...first, ...given.map(String)], {
      stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_EXTRA_CA_CERTS: ca, REQUESTS_CA_BUNDLE: ca, SSL_CERT_FILE: ca },
    });
    this.exited = once(this.child, 'close').then(([code]) => code);
    this.child.stderr.on('data', (piece) => (this.#errors += piece));
    const reader = createInterface({ input: this.child.stdout });
    reader.on('line', (line) => { this.#lines.push(line); this.#waiting.shift()?.(); });
    reader.on('close', () => this.#waiting.splice(0).forEach((wake) => wake()));
  }

  /** The next JSON line; fails when the program has ended without one. */
  async line() {
    if (this.#lines.length === 0) await Promise.race([new Promise((wake) => this.#waiting.push(wake)), this.exited]);
    if (this.#lines.length === 0) throw new Error(`ended with ${await this.exited}: ${this.#errors}`);
    return JSON.parse(this.#lines.shift());
  }
  get errors() { return this.#errors; }
}

/** Runs a command to its end. */
export async function run(command, given, { input, environment } = {}) {
  const child = spawn(command, given.map(String), { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...environment } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += piece));
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, text };
}
