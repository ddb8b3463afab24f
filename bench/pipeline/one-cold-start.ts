/* A process of its own: loads the bundle that it is told, answers one request, and says how much CPU that took, in ms. */

const [bundle = '', event = ''] = process.argv.slice(2)
const before = process.cpuUsage()
// What a bundle exports is what Lambda would call.
const { handler } = (await import(bundle)) as {
  handler: (event: unknown, context: unknown) => Promise<{ statusCode: number }>
}
const { statusCode } = await handler(JSON.parse(event), {})
const { user, system } = process.cpuUsage(before)
process.send?.({ statusCode, cpuMs: (user + system) / 1000 })
process.disconnect()
