import { everyLetter } from '../../local/letters/written.ts'
import { lettersHold } from '../support/letter-gates.ts'

lettersHold(await everyLetter('https://help.example.org'))
