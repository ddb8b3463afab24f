import { App } from 'aws-cdk-lib'

import { OpenCircleStack } from '../lib/open-circle-stack.ts'

const app = new App()

/** A second stack for trying things out: `npx cdk deploy --context stack=OpenCircleTrial`. */
const name: unknown = app.node.tryGetContext('stack')
new OpenCircleStack(app, typeof name === 'string' ? name : 'OpenCircle')
