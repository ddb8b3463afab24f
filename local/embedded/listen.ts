import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Only this machine may connect: what is kept here is as personal as what the real tables hold. */
export const host = '127.0.0.1'

export const whyNotListening = (port: number, cause: unknown) => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port} is in use by another program: stop that one, or choose another port.`, {
      cause,
    })
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be used without more rights: choose one above 1023.`, { cause })
  return cause
}

/** A free port unless one is given. */
export const listen = async (server: Server, port = 0) => {
  // An idle connection stays: one that we close as a client writes to it would look like a failed call.
  server.keepAliveTimeout = 0
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw whyNotListening(port, cause)
  }
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

/** Lets requests under way finish. */
export const stopListening = async (server: Server) => {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  await closed
}
