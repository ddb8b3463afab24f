import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, HIPAASecurityChecks } from 'cdk-nag'

import { acknowledgeFindings } from '../lib/acknowledged.ts'
import { OpenCircleStack } from '../lib/open-circle-stack.ts'

const app = new App()

/** A second stack for trying things out: `npx cdk deploy --context stack=OpenCircleTrial`. */
const name: unknown = app.node.tryGetContext('stack')
const stack = new OpenCircleStack(app, typeof name === 'string' ? name : 'OpenCircle')

/** What they find and nobody has acknowledged stops the synthesis, and so the deployment. */
Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new HIPAASecurityChecks(app))
acknowledgeFindings(stack)
