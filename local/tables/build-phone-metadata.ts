// `node local/tables/build-phone-metadata.ts`: writes shared/normalize/tables/phone-metadata.ts from libphonenumber-js's full
// metadata without the ways to write a number nationally, which are a third of it: we write E.164 only.

import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { phoneMetadataTable } from './phone-metadata-table.ts'

writeFileSync(resolve(import.meta.dirname, '../../shared/normalize/tables/phone-metadata.ts'), phoneMetadataTable())
