import {parseArgs, type ParseArgsConfig} from 'node:util';
import {UsageError} from './job-error.js';

/**
 * As Node's `parseArgs`, whose own sentences are for those who have written the command.
 *
 * @throws {UsageError}
 */
export function readOptions<Config extends ParseArgsConfig>(
  command: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${reasonOf(error)} See npx news-elements ${command} --help.`, {cause: error});
  }
}

function reasonOf(error: unknown): string {
  const {code, message} = error instanceof Error && 'code' in error ? error : {code: undefined, message: String(error)};
  const [, name = ''] = /'(?:-\w, )?([^' ]*)/.exec(message) ?? [];
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no option ${name}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take') ? `${name} takes no value.` : `${name} needs a value behind it.`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `“${name}” belongs to no option.`;
    default:
      return message;
  }
}
