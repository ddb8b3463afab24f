import { mockClient } from 'aws-sdk-client-mock'
import { onTestFinished } from 'vitest'

/** A kind of AWS client as seen from inside, until the test ends: the next in this process asks the embedded services. */
export const mockedClient: typeof mockClient = (client) => {
  const mock = mockClient(client)
  onTestFinished(() => mock.restore())
  return mock
}
