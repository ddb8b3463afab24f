import type { ConnectSes } from './ses-connection.ts'
import { eventsContract } from './ses-events-contract.ts'
import { sendingContract } from './ses-sending-contract.ts'

/** What AWS documents of SES version 1, as far as this project leans on it; whatever stands in must hold to this. */
export const sesContract = (name: string, connect: ConnectSes) => {
  sendingContract(name, connect)
  eventsContract(name, connect)
}
