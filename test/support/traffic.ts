import type { Page } from 'playwright-core'

interface Traffic {
  requests: string[]
  /** Headers and bodies, as they came: compressed where they are. */
  bytes: number
}

/** What really goes over the wire to a page, as the browser itself counts it; each look begins anew. */
export const trafficOf = async (page: Page) => {
  const line = await page.context().newCDPSession(page)
  let traffic: Traffic = { requests: [], bytes: 0 }
  await line.send('Network.enable')
  line.on('Network.requestWillBeSent', ({ request: { url } }) => {
    // The empty icon stands in the page itself.
    if (!url.startsWith('data:')) traffic.requests.push(url)
  })
  line.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.bytes += encodedDataLength
  })
  return {
    line,
    during: async (act: () => Promise<unknown>): Promise<Traffic> => {
      traffic = { requests: [], bytes: 0 }
      await Promise.all([page.waitForEvent('load'), act()])
      return traffic
    },
  }
}
