// `node local/tables/build-phone-plans.ts`: writes shared/normalize/tables/phone-plans.ts from libphonenumber-js's full
// metadata without the ways to write a number nationally, which are a third of it: we write E.164 only.

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { phonePlansSource } from './phone-plans-source.ts'

writeFileSync(resolve(import.meta.dirname, '../../shared/normalize/tables/phone-plans.ts'), phonePlansSource())
