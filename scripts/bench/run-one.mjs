import { pathToFileURL } from 'node:url'

/** The process of one bench: runs the default export of the file it is given and hands its verdicts to the parent. */
const [file = ''] = process.argv.slice(2)
const { default: bench } = /** @type {{ default: () => Promise<unknown[]> }} */ (await import(pathToFileURL(file).href))
process.send?.(await bench())
