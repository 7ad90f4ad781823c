/**
 * What the commands tell a person, in Persian and line by line.
 */

/** A refusal that a person can act on: its sentence is all that is shown, without a stack. */
export class Stop extends Error {}

let isQuiet = false

/** `--quiet`: for a program that starts us; only refusals are said. */
export function beQuiet() {
  isQuiet = true
}

/** @param {string} sentence */
export function say(sentence) {
  if (!isQuiet) console.log(sentence)
}

/** A step that is about to begin. @param {string} sentence */
export function sayStep(sentence) {
  say(`• ${sentence}`)
}

/**
 * Runs a command to its end and sets the exit code; a Stop is told as its sentence.
 * @param {() => Promise<number>} command answers the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command()
  } catch (error) {
    console.error(error instanceof Stop ? `\n✗ ${error.message}` : error)
    process.exitCode = 1
  }
}
