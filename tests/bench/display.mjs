// A display without a screen, for what is measured in a window.
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Does `work(environment)` under Xvfb, and ends it. */
export async function underDisplay(work) {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(display.stdio[3], 'data');
  try { return await work({ ...process.env, DISPLAY: `:${String(number).trim()}` }); } finally { display.kill(); await once(display, 'exit'); }
}

export const anyPorts = ['--web-port', '0', '--web-tls-port', '0', '--cloud-port', '0', '--smtp-port', '0', '--control-port', '0'];
