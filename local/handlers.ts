import type {
  APIGatewayProxyEvent,
  APIGatewayProxyResult,
  Context,
  SQSBatchResponse,
  SQSEvent,
} from 'aws-lambda'

import type { FunctionName } from '../functions/triggers.ts'

/** What Lambda tells a function about its run. Ours read none of it. */
const context = {} as Context

type Handler<Event, Result> = (event: Event, context: Context) => Promise<Result>

interface Module {
  handler: unknown
}

const modules = new Map<FunctionName, Promise<Module>>()

/** Each function is loaded once, as on a machine that stays warm: asking for a module takes longer than many a run. */
const load = async <Event, Result>(name: FunctionName): Promise<Handler<Event, Result>> => {
  const module: Promise<Module> = modules.get(name) ?? import(`../functions/${name}.ts`)
  modules.set(name, module)
  // A module is known by its name alone; what it takes and gives is what its trigger in functions/triggers.ts says.
  return (await module).handler as Handler<Event, Result>
}

/** Runs our functions as Lambda would, in this process. */
export const invoke = {
  http: async (name: FunctionName, event: APIGatewayProxyEvent) =>
    (await load<APIGatewayProxyEvent, APIGatewayProxyResult>(name))(event, context),
  queue: async (name: FunctionName, event: SQSEvent) =>
    (await load<SQSEvent, SQSBatchResponse>(name))(event, context),
  schedule: async (name: FunctionName) => (await load<object, void>(name))({}, context),
}
