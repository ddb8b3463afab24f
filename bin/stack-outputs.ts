import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'

const reasonOf = ({ message }: Error) =>
  message === 'Region is missing'
    ? 'set AWS_REGION to the region it is deployed in, as in AWS_REGION=us-east-1.'
    : message

const describe = async (stack: string) => {
  const cloudFormation = new CloudFormationClient()
  try {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stack }))
    return Stacks?.[0]
  } catch (cause) {
    const reason = cause instanceof Error ? reasonOf(cause) : String(cause)
    throw new Error(`The stack ${stack} cannot be read: ${reason}`, { cause })
  } finally {
    cloudFormation.destroy()
  }
}

/** What a deployed stack says of itself: the names of its tables, its address. */
export const stackOutputs = async (stack: string): Promise<Map<string, string>> =>
  new Map(
    (await describe(stack))?.Outputs?.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  )

/** What was chosen when it was deployed. */
export const stackParameters = async (stack: string): Promise<Map<string, string>> =>
  new Map(
    (await describe(stack))?.Parameters?.map(({ ParameterKey = '', ParameterValue = '' }) => [
      ParameterKey,
      ParameterValue,
    ]),
  )
