// Who proves which sentence of the guide, and the table of it.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chapters, sentences } from './sentences.mjs';

export const languages = ['en', 'zh-CN'];
const proofs = new Map(sentences.map(([id]) => [id, []]));

function callerOf(here) {
  const line = new Error().stack.split('\n').find((one) => one.includes('/tests/guide/') && !one.includes(here));
  const [, file, row] = /(\/[^():]+):(\d+):\d+\)?$/.exec(line.replace('file://', ''));
  return `${path.basename(file)}:${row}`;
}

/** Runs `step`; the sentence is proven when it does not throw. */
export async function proves(id, language, step) {
  assert.ok(proofs.has(id), `sentences.mjs has no '${id}'`);
  const at = callerOf(path.basename(fileURLToPath(import.meta.url)));
  const answer = await step();
  proofs.get(id).push({ language, at });
  return answer;
}

/** `proves` in one language. */
export const provingIn = (language) => (id, step) => proves(id, language, step);

/** Sentences that no step proved in some language, as "id (language)". */
export function unproven() {
  return sentences.flatMap(([id]) => languages.filter((tag) => !proofs.get(id).some((one) => one.language === tag)).map((tag) => `${id} (${tag})`));
}

/** A Markdown table, chapter by chapter. */
export function writeTable(file) {
  const lines = ['# The guide, and where each of its sentences is proven', ''];
  for (const [key, title] of chapters) {
    lines.push(`## ${title}`, '', `| sentence | ${languages.join(' | ')} |`, `|---|${languages.map(() => '---|').join('')}`);
    for (const [id, says] of sentences.filter(([one]) => one.split('.')[0] === key)) {
      const cells = languages.map((tag) => [...new Set(proofs.get(id).filter((one) => one.language === tag).map((one) => one.at))].join(', ') || '**not proven**');
      lines.push(`| ${says} | ${cells.join(' | ')} |`);
    }
    lines.push('');
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, lines.join('\n'));
}
