/** A variable that `environment.ts` gives to the start scripts. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is needed`)
  return value
}

/** Everything this process was given, with something put over it. */
export const settingsWith = (more: Record<string, string>): NodeJS.ProcessEnv => ({ ...process.env, ...more })
