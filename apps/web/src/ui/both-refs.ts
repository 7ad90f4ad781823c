import type { Ref, RefObject } from 'react'

/** One ref callback that fills our own ref and the one a parent gave. */
export function bothRefs<T>(own: RefObject<T | null>, given: Ref<T> | undefined) {
  return (element: T | null) => {
    own.current = element
    if (typeof given === 'function') given(element)
    else if (given) given.current = element
  }
}
