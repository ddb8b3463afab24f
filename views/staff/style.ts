import { sheet } from '../style.ts'
import { base } from '../styles/base.ts'
import { form } from '../styles/form.ts'
import { media } from '../styles/media.ts'
import { staff } from '../styles/staff.ts'

/** The console's. People's pages do not carry what only staff see. */
export const staffCss = sheet(base, form, staff, media)
