import { Hono } from 'hono'
import type { Env } from '../env.ts'
export const problemPages = new Hono<{ Bindings: Env }>()
problemPages.get('/problems/:type', c => c.text('x'))
problemPages.get('/thanks', c => c.text('x'))
