/**
 * Why a national service gave no answer. `timed-out`: nothing was heard within the deadline. `broken`: no connection, a
 * connection that broke, or a fault of its own. `busy`: it asked us to come later. `refused`: it, or what stands before it, did
 * not want us, or gave a reason that no contract lists. `held-back`: it was not asked, because it failed too often or too much
 * is under way.
 */
export const whys = ['timed-out', 'broken', 'busy', 'refused', 'held-back'] as const
export type Why = (typeof whys)[number]

export const isWhy = (it: unknown): it is Why => whys.some((why) => why === it)
