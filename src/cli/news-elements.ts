#!/usr/bin/env node
/** `npx news-elements <command>`: jobs for sites that are made of files. */
import * as instagram from './instagram.js';
import * as render from './render.js';
import {version} from '../version.js';

const HELP = `npx news-elements <command>

  render      fills our elements in pages with what crawlers and readers without JavaScript see
  instagram   writes an Instagram account's posts as a feed for <instagram-strip>

npx news-elements <command> --help says more; --version says which version this is.`;

const {argv, env, stderr, stdout} = process;
const [command, ...args] = argv.slice(2);
const log = (line: string) => stderr.write(`${line}\n`);
// Where somebody looks, one line that changes.
const onProgress = stderr.isTTY
  ? (text = '') => stderr.write(`\r\x1b[K${text.slice(0, stderr.columns - 1)}`)
  : (text = '') => text && log(text);

switch (command) {
  case 'instagram':
    process.exitCode = await instagram.main(args, {env, log});
    break;
  case 'render':
    process.exitCode = await render.main(args, {log, onProgress});
    break;
  case '-v':
  case '--version':
    stdout.write(`${version}\n`);
    break;
  case '-h':
  case '--help':
  case 'help':
    log(HELP);
    break;
  default:
    log(command ? `There is no command “${command}”.\n\n${HELP}` : HELP);
    process.exitCode = 2;
}
