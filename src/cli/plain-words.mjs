/** Ends the program: what happened, what to do, no stack trace. */
export function giveUp(what, remedy, exitCode = 69) {
  console.error(`\nTruepart cannot start.\n${what}\n\n${remedy}`);
  process.exit(exitCode);
}

/** The first lines of another program's output, set in, without stack traces. */
export function quoted(text, count) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^(npm \w+)?\s+at /.test(line));
  return lines
    .slice(0, count)
    .map((line) => `  ${line}`)
    .join('\n');
}
