import { Router } from 'express'
import type { Frame } from '../frame.ts'

export function pageRoutes(_frame: Frame): Router {
  return Router()
}
