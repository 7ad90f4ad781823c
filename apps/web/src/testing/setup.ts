import '../i18n/aria-words.ts'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Menus, dialogs and messages come in chunks of their own, which a busy machine takes its time to load.
configure({ asyncUtilTimeout: 8_000 })

afterEach(cleanup)
