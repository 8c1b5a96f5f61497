import { Hono } from 'hono'
import type { Env } from '../env.ts'
export const pages = new Hono<{ Bindings: Env }>()
